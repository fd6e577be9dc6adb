"""From an explanation to sentences: what `tracking.wording` is made of. The words are in `locales/`."""

"""The subcommands of `wismo`, one file a theme."""

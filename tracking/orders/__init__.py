"""Orders in: from files and shop systems, field by field, whichever statement is the latest."""

"""Whole conversations with the running assistant."""

"""Requests that a person carries out: what each needs to know, and the form that asks for it."""

"""Every page about conversations and their cases."""

from bot.desk import actions, conversation_page, training

PAGES = [*conversation_page.PAGES, *actions.PAGES, *training.PAGES]

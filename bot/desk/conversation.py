"""Every page about conversations and their cases."""

from bot.desk import actions, conversation_page

PAGES = [*conversation_page.PAGES, *actions.PAGES]

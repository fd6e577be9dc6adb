"""The support team's desk: server-rendered pages under `/desk`, kept fresh over server-sent events.

`pages.page` declares a page and who may open it, `app.pages` is the table of all, `render.render` fills a
template, `render.current_user(request)` is who asks, `security.form(request)` what they sent, `audit.record`
who saw and did what, `events` what changes while they look.
"""

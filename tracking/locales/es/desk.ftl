### La mesa del equipo: lo que lee el equipo, nunca un cliente. Tranquilo y breve.

desk-name = Mesa de atención
desk-skip = Ir al contenido
desk-nav = Secciones
desk-nav-queue = Cola
desk-live-on = Al día
desk-live-off = Sin conexión: puede que lo que ves ya no esté al día
desk-language = Idioma
desk-language-browser = El del navegador
desk-save = Guardar
desk-close = Cerrar
desk-role-reader = solo lectura
desk-role-agent = agente
desk-role-lead = responsable

## Entrar

desk-sign-in = Entrar
desk-sign-in-title = Mesa de atención
desk-sign-in-failed = El usuario o la contraseña no son correctos, o ha habido demasiados intentos. En un cuarto de hora puedes volver a probar.
desk-sign-in-help = ¿Aún no tienes cuenta o has olvidado la contraseña? Quien gestiona la mesa puede ponerte una.
desk-sign-out = Salir
desk-login = Usuario
desk-password = Contraseña

## Lo que no se puede

desk-refused = No se puede
desk-refused-role = Tu cuenta no lo permite. Si lo necesitas, pídeselo a quien gestiona la mesa.
desk-refused-form = Esta página llevaba abierta demasiado tiempo. Vuelve atrás, recárgala e inténtalo otra vez: no se ha cambiado nada.
desk-refused-site = Esto venía de otra web, así que no se ha cambiado nada.
desk-refused-size = Es más largo de lo que admite la mesa. No se ha cambiado nada.
desk-missing = En esta dirección no hay nada
desk-back-to-queue = Volver a la cola

## Teclado

desk-keys = Teclado
desk-key-move = siguiente y anterior
desk-key-open = abrir
desk-key-search = buscar
desk-key-queue = a la cola
desk-key-help = esta ayuda
desk-keys-on = Usar atajos de teclado

## Cola

desk-queue = Cola
desk-views = Vistas
desk-view-active = Abiertos
desk-view-mine = Míos
desk-view-unassigned = Sin asignar
desk-view-waiting = Esperan al cliente
desk-view-snoozed = Aplazados
desk-view-solved = Resueltos
desk-search = Buscar casos
desk-search-placeholder = Pedido, seguimiento, correo, nombre
desk-search-title = Casos encontrados para «{ $text }»
desk-search-none = Ningún caso coincide. Busca por el número de pedido o de seguimiento entero, el correo entero, tres letras del nombre o la referencia.
desk-search-end = Volver a las vistas
desk-filters = Filtros
desk-filter-kind = Tipo
desk-filter-urgency = Urgencia
desk-filter-channel = Canal
desk-filter-language = Idioma
desk-filter-label = Etiqueta
desk-filter-any = todo
desk-filter-apply = Aplicar
desk-filter-clear = Quitar filtros
desk-urgency-0 = Baja
desk-urgency-1 = Normal
desk-urgency-2 = Alta
desk-urgency-3 = Urgente
desk-state-new = Nuevo
desk-state-open = Abierto
desk-state-waiting-for-shopper = Espera al cliente
desk-state-snoozed = Aplazado
desk-state-solved = Resuelto
desk-channel-website = Web
desk-channel-telegram = Telegram
desk-channel-whatsapp = WhatsApp
desk-channel-rest = Prueba
desk-channel-none = Sin chat
desk-no-order = sin pedido
desk-nobody = nadie
desk-you = tú
desk-late = { $time } de retraso
desk-due-in = plazo: { $time }
desk-back-at = vuelve el { $at }
desk-solved-at = resuelto el { $at }
desk-older = Página siguiente
desk-newest = Primera página
desk-page-gone = Esta página de la lista ya no existe; aquí está la primera.
desk-empty-active = No hay nada abierto. Buen trabajo.
desk-empty-mine = No hay nada esperándote. Lo que nadie ha cogido todavía está en «Sin asignar».
desk-empty-unassigned = Todo tiene a alguien.
desk-empty-waiting = Nada espera a un cliente.
desk-empty-snoozed = No hay nada aplazado.
desk-empty-solved = Todavía no se ha resuelto nada.
desk-empty-filtered = En esta vista no hay nada que coincida con los filtros.

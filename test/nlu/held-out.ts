/** Paraphrases kept out of intents/: they measure the classifier and must never be added to the catalogue. */
export const heldOut: Record<string, { es: string[]; en: string[] }> = {
  "order-status": {
    es: ["me podéis decir cuándo me traen la compra", "aun no recibo mi paquete, que paso", "sabéis algo de mi envío?", "el repartidor no aparece", "compré hace tres días y sigo sin recibir nada", "por donde anda mi pedido", "va a llegar hoy mi orden o no", "no me ha llegado nada de lo que compré"],
    en: ["do you know when my stuff gets here", "i havent received my parcel, what happened", "the delivery guy never showed up", "what's going on with my order", "bought it three days ago and still haven't got it", "could you tell me where my groceries are right now", "is my delivery coming today or not", "need an update on my package"],
  },
  "change-delivery": {
    es: ["pueden traérmelo el sábado mejor", "me surgió algo y no estaré cuando llegue el repartidor", "quisiera que me llegara más tarde", "se puede mover la fecha del reparto", "necesito otra fecha para recibir mi compra", "mejor entréguenlo el lunes"],
    en: ["something came up and I'm out when the driver comes", "could it come on Saturday instead", "I need a new delivery day", "can we move the drop off to Monday", "I'd prefer to receive it later in the week", "is it possible to switch my delivery slot"],
  },
  "damaged-item": {
    es: ["la mermelada llegó con el cristal roto", "las manzanas están podridas", "me habéis mandado yogures caducados", "el bote venía abierto y se derramó todo", "el melón que me mandaron está pasado", "los platos vinieron rotos"],
    en: ["the jam jar came in pieces", "the apples are rotten", "you sent me out of date yoghurts", "a bottle leaked all over the bag", "half of my eggs were smashed", "the plates arrived chipped"],
  },
  "opening-hours": {
    es: ["hasta cuándo están abiertos hoy", "a que hora abre el súper mañana", "abrís en festivo?", "¿los domingos trabajan?", "qué horario hacen en verano"],
    en: ["until when are you open tonight", "what time does the supermarket open tomorrow", "do you open on public holidays", "are you guys open sundays", "summer hours?"],
  },
  allergens: {
    es: ["¿puedo comer el hummus si soy alérgico al sésamo?", "lleva gluten la salsa de soja", "¿esto tiene lactosa?", "qué lleva el pastel de carne, soy alérgica al huevo", "necesito saber si contiene nueces"],
    en: ["can I have the hummus with a sesame allergy", "is there gluten in the soy sauce", "does this have dairy", "what's in the meat pie, I'm allergic to egg", "need to know if it contains walnuts"],
  },
  stock: {
    es: ["¿os quedan croquetas?", "venden leche de avena", "tendrán salmón mañana", "cuánto valen los aguacates", "hay pan sin sal"],
    en: ["any croquettes left?", "do you sell oat milk", "will you have salmon tomorrow", "how much are avocados", "do you have unsalted bread"],
  },
  "cooking-advice": {
    es: ["cómo hago las lentejas", "cuánto rato dejo el salmón en la plancha", "qué le echo a la ensalada para que sepa mejor", "una receta fácil con pollo", "a qué temperatura pongo el horno para la merluza"],
    en: ["how do I make lentils", "how long should salmon stay in the pan", "what can I add to the salad to make it tastier", "an easy chicken recipe", "what oven temperature for hake"],
  },
  "cancel-order": {
    es: ["anulen mi compra por favor", "ya no me hace falta el pedido, cancélalo", "me he arrepentido, no quiero que me lo manden", "quiero anular lo que pedí esta mañana"],
    en: ["please call off my order", "I no longer need the order, cancel it", "I regret buying it, don't ship it", "I'd like to cancel what I ordered this morning"],
  },
  "cancel-subscription": {
    es: ["dadme de baja del plan anual", "quiero que dejéis de cobrarme la cuota mensual", "no voy a renovar mi suscripción", "cómo me borro de la suscripción"],
    en: ["take me off the annual plan", "stop charging me the monthly fee", "I'm not renewing my subscription", "how do I get out of my membership"],
  },
  refund: {
    es: ["cuándo me devuelven mi dinero", "quiero devolver unos vasos que compré", "hace diez días que espero el reembolso", "me habéis cobrado de más en la compra"],
    en: ["when do I get my money back", "I want to return some glasses I bought", "I've been waiting ten days for my refund", "you overcharged me for my shopping"],
  },
  invoice: {
    es: ["me mandas la factura", "necesito una factura con CIF", "no me sale el ticket de la compra", "quiero el comprobante de mi pedido"],
    en: ["send me the invoice", "I need an invoice with our VAT number", "my receipt doesn't show up", "I want the proof of purchase for my order"],
  },
  "payment-failed": {
    es: ["me rechaza la tarjeta", "no consigo completar el pago", "sale error cuando intento pagar", "la tarjeta no pasa en la web"],
    en: ["my card keeps getting rejected", "can't complete the payment", "error pops up when I try to pay", "the site won't take my card"],
  },
  "loyalty-points": {
    es: ["no veo mis puntos", "qué puedo hacer con los puntos acumulados", "el cupón no se aplica", "cuándo vencen mis puntos"],
    en: ["I can't see my points", "what can I do with the points I've collected", "coupon is not applied", "when do my points run out"],
  },
  complaint: {
    es: ["vengo a quejarme del repartidor", "quiero presentar una queja formal", "el empleado me habló de muy mala manera", "necesito la hoja de reclamaciones"],
    en: ["I'm here to complain about the driver", "I want to file a formal complaint", "your employee talked to me very rudely", "how can I put in a complaint"],
  },
  bereavement: {
    es: ["mi hermana falleció la semana pasada", "el titular de la tarjeta ha fallecido", "se ha muerto mi abuelo y quiero anular su cuenta", "acaba de morir mi mujer"],
    en: ["my sister passed away last week", "the holder of the card has died", "my grandfather died and I want to close his account", "my wife just died"],
  },
  greeting: { es: ["hola buenas tardes", "buenass", "hola, una pregunta"], en: ["hello good morning", "heyy", "hi, quick question"] },
  thanks: { es: ["muchísimas gracias", "gracias, muy amable", "ok, gracias por todo"], en: ["thank you so much", "thanks, very kind", "ok cheers, thanks for all"] },
  goodbye: { es: ["hasta luego, buen día", "adiós, hasta otra", "chao chao"], en: ["bye, have a good one", "see you soon, bye", "goodbye then"] },
  oos: {
    es: ["quién ganó la liga", "explícame la teoría de la relatividad", "cuánto mide la torre Eiffel", "me recomiendas un libro", "qué hora es en Japón", "arréglame el móvil", "necesito un abogado de divorcios", "háblame de dinosaurios", "cómo saco el pasaporte", "se me ha roto la lavadora y no sé arreglarla"],
    en: ["who won the league", "explain the theory of relativity", "how tall is the Eiffel tower", "recommend a book", "what time is it in Japan", "fix my phone", "I need a divorce lawyer", "tell me about dinosaurs", "how do I get a passport", "my washing machine broke and I can't fix it"],
  },
};

import type { Catalogue } from '../say.ts'

/** The guide: a jam maker’s Saturday in pictures. */
export const guide: Catalogue = {
  texts: {
    Guide: 'Guía',
    'Read the guide': 'Leer la guía',
    'A jam maker’s Saturday in nine pictures, to read or to print.':
      'El sábado de quien hace mermeladas, en nueve imágenes, para leer o imprimir.',
    'A jam maker’s Saturday, from the recipe to the backup. The pictures are of the demo kitchen.':
      'El sábado de quien hace mermeladas, de la receta a la copia de seguridad. Las imágenes son de la cocina de demostración.',
    'Write a recipe': 'Escribir una receta',
    'A name, what one batch makes, and what goes in.': 'Un nombre, cuánto rinde una tanda y qué lleva.',
    'The short code begins every lot number: you see the first one before you save.':
      'El código corto encabeza cada número de lote: el primero se ve antes de guardar.',
    'Everything can be changed later; batches keep the recipe they were made from.':
      'Todo se puede cambiar después; cada tanda conserva la receta con la que se hizo.',
    'A new recipe for plum jam with the code PJ: its first batch gets the number PJ-20260620-A.':
      'Una receta nueva de mermelada de ciruela con el código PJ: su primera tanda recibe el número PJ-20260620-A.',
    'Write down a shopping trip': 'Anotar una compra',
    'Where, when, and a line for each bag: the day and the supplier’s lot are what a recall asks for.':
      'Dónde, cuándo y una línea por cada bolsa: el día y el lote del proveedor son lo que pregunta un retiro.',
    'Quantities are read as you write them: 2 lb 4 oz, 1 1/2 cup. A supplier’s barcode fills its line.':
      'Las cantidades se leen como usted las escribe: 2 lb 4 oz, 1 1/2 cup. El código de barras del proveedor llena su línea.',
    'A trip to Valley Farm: strawberries, rhubarb and eggs, each line with its quantity and its price.':
      'Una compra en Valley Farm: fresas, ruibarbo y huevos, cada línea con su cantidad y su precio.',
    'Record the batch': 'Registrar la tanda',
    'The page comes filled from the recipe and the pantry; what expires first is used first.':
      'La página viene llena con la receta y la despensa; lo que vence primero se usa primero.',
    'Type only what was different, such as a jar that did not seal. A bag that you scan goes to its row.':
      'Escriba solo lo que fue distinto, como un frasco que no selló. Una bolsa que se escanea va a su fila.',
    'If nobody knows a lot, say so: a gap that is known is better than a guess.':
      'Si nadie sabe el lote, dígalo: un hueco conocido es mejor que una suposición.',
    'A batch of strawberry jam: each ingredient with its lot; 36 jars made, one did not seal.':
      'Una tanda de mermelada de fresa: cada ingrediente con su lote; 36 frascos hechos, uno no selló.',
    'What you see is what prints, dot for dot: each jar gets its own number.':
      'Lo que ve es lo que se imprime, punto por punto: cada frasco recibe su propio número.',
    'Say once which printer you have. Without one, labels become a PDF for sheets of an office printer.':
      'Diga una vez qué impresora tiene. Sin una, las etiquetas salen en un PDF para hojas de una impresora de oficina.',
    'A label as it will print, dot for dot, with its lot number, its two days and its bars.':
      'Una etiqueta tal como se imprimirá, punto por punto, con su número de lote, sus dos fechas y sus barras.',
    'Send out, and count what comes back': 'Enviar, y contar lo que vuelve',
    'Type how many go. The oldest go first, by their numbers: so each jar has a place where it went.':
      'Escriba cuántos van. Los más viejos van primero, por su número: así cada frasco tiene un destino.',
    'After the market type what came back and the money taken. The rest was sold.':
      'Después del mercado escriba lo que volvió y el dinero cobrado. El resto se vendió.',
    'Back from the market: of 24 jars of strawberry jam six came back, so 18 were sold.':
      'De vuelta del mercado: de 24 frascos de mermelada de fresa volvieron seis, así que se vendieron 18.',
    'Find the jar somebody writes about': 'Encontrar el frasco del que alguien escribe',
    'Paste the whole message, or type any scrap of the code on the lid.':
      'Pegue el mensaje entero, o escriba cualquier pedazo del código de la tapa.',
    'One page says where that jar went, what is in it and what was different that day.':
      'Una página dice adónde fue ese frasco, qué lleva y qué fue distinto ese día.',
    'From there you answer, write the complaint down, and hold what is left.':
      'Desde ahí usted contesta, anota la queja y retiene lo que queda.',
    'The answer for jar SJ-20260602-A-011: it went to the market, and one key each replies, logs, holds.':
      'La respuesta para el frasco SJ-20260602-A-011: fue al mercado, y con una tecla se contesta, se anota o se retiene.',
    'When a supplier recalls': 'Cuando un proveedor retira algo',
    'Paste the notice. Which batches are affected, which are not and why, and which cannot be told: it is there as you type.':
      'Pegue el aviso. Qué tandas están afectadas, cuáles no y por qué, y de cuáles no se puede saber: aparece mientras escribe.',
    'One button holds what is left. Letters, the poster for the stall and the report are written for you.':
      'Un botón retiene lo que queda. Las cartas, el cartel para el puesto y el informe se escriben solos.',
    'Try it on any day: nothing is held and nobody is told before you say so.':
      'Pruébelo cualquier día: nada se retiene y a nadie se avisa antes de que usted lo diga.',
    'A recall of strawberries: 104 of 247 jars are affected, 143 are not, and nothing is in doubt.':
      'Un retiro de fresas: 104 de 247 frascos están afectados, 143 no, y nada queda en duda.',
    'Back up, and bring it back': 'Hacer copias, y recuperarlas',
    'Backups are made by themselves, and each is opened and checked before it counts.':
      'Las copias de seguridad se hacen solas, y cada una se abre y se revisa antes de darla por buena.',
    'Add a stick that lies in a drawer at night: it is what saves you when the laptop is gone.':
      'Agregue una memoria USB que de noche quede en un cajón: es lo que lo salva cuando la computadora ya no está.',
    'Restore shows what is in a backup first, and keeps the present record aside.':
      'Restaurar muestra primero qué hay en una copia, y guarda aparte el registro actual.',
    'The last backup, of today, and a list of backups, each with a button to restore it.':
      'La última copia, de hoy, y una lista de copias, cada una con un botón para restaurarla.',
    'Leave the mouse alone': 'Dejar quieto el ratón',
    'Every place has its key, and Ctrl+Enter saves every form.':
      'Cada lugar tiene su tecla, y Ctrl+Enter guarda cada formulario.',
    'The question mark shows all keys, those of the screen you are on first. Print that page and hang it up.':
      'El signo de interrogación muestra todas las teclas, primero las de la pantalla donde está. Imprima esa página y cuélguela.',
    'The map of keys: F1 to F7 for the places, Ctrl+Enter to save.':
      'El mapa de teclas: F1 a F7 para los lugares, Ctrl+Enter para guardar.',
  },
  nouns: {},
}

import type { Catalogue } from '../say.ts'

/** What the door, the domain and the import say. */
export const contract: Catalogue = {
  texts: {
    'What was asked for is not in the record. Go back and choose again.':
      'Lo que se pidió no está en el registro. Vuelva y elija otra vez.',
    // What a form or the door refuses.
    '{what} can have {max} characters at most.': '{what} puede tener {max} caracteres como máximo.',
    '{what} contains a character that cannot be seen. Type it again.':
      '{what} contiene un carácter que no se ve. Escríbalo de nuevo.',
    '{what} is missing.': '{what}: falta este dato.',
    '{what}: type a whole number.': '{what}: escriba un número entero.',
    '{what} is not in the record. It may have been voided; go back and choose again.':
      '{what} no está en el registro. Puede que se haya anulado; vuelva atrás y elija de nuevo.',
    'This import': 'Esta importación',
    'This sheet': 'Esta hoja',
    'This row': 'Esta fila',
    'Time zone': 'Zona horaria',
    'The text': 'El texto',
    'The words before it': 'Las palabras que van delante',
    'The label’s name': 'El nombre de la etiqueta',
    Hours: 'Horas',
    Days: 'Días',
    Months: 'Meses',
    'The backup’s name': 'El nombre de la copia de seguridad',
    'The folder': 'La carpeta',
    'The supplier’s name': 'El nombre del proveedor',
    'The supplier’s lot': 'El lote del proveedor',
    'The supplier’s lots': 'Los lotes del proveedor',
    'The reason': 'El motivo',
    'The note': 'La nota',
    'The notes': 'Las notas',
    'The bin’s name': 'El nombre del recipiente',
    'What the customer says': 'Lo que dice el cliente',
    'What is wrong': 'Qué está mal',
    'Who said it': 'Quién lo dijo',
    'The symptom': 'El síntoma',
    'The reply': 'La respuesta',
    'Who gets it': 'Para quién',
    'The outcome': 'El resultado',
    'The name': 'El nombre',
    'How it was cleaned': 'Cómo se limpió',
    'The standard': 'El patrón',
    'The reading': 'La lectura',
    'The contact': 'El contacto',
    'The telephone number': 'El número de teléfono',
    'The e-mail address': 'La dirección de correo electrónico',
    'The address': 'La dirección',
    'The place': 'El destino',
    'The place’s name': 'El nombre del destino',
    'The name on the label': 'El nombre en la etiqueta',
    'What it is made of': 'De qué está hecho',
    'The column': 'La columna',
    'The ingredient': 'El ingrediente',
    'The ingredient’s name': 'El nombre del ingrediente',
    'The file’s name': 'El nombre del archivo',
    'The unit': 'La unidad',
    'The measure': 'La medida',
    'What was read': 'Lo que se leyó',
    'What is read': 'Lo que se lee',
    'The kitchen’s name': 'El nombre de la cocina',
    'The serials': 'Los números de unidad',
    'The good serials': 'Los números de unidad buenos',
    'The weight': 'El peso',
    'The line': 'La línea',
    'The printer’s name': 'El nombre de la impresora',
    'The word for one unit': 'La palabra para una unidad',
    'The name of a pack': 'El nombre de un envase',
    'The GTIN': 'El GTIN',
    'The product’s name': 'El nombre del producto',
    'The name of the equipment': 'El nombre del equipo',
    'The best-by days': 'Los días “mejor antes del”',
    'The own lot numbers': 'Los números de lote propios',
    'The allergen': 'El alérgeno',
    'The hazard': 'El peligro',
    'The public warning': 'La advertencia al público',
    'What to do': 'Qué hacer',
    'Where the code is': 'Dónde está el código',
    'The packaging': 'El empaque',
    'How it was found': 'Cómo se descubrió',
    Illnesses: 'Enfermedades',
    'What happens with production': 'Qué pasa con la producción',
    'The contact’s name': 'El nombre del contacto',
    'The contact’s telephone': 'El teléfono del contacto',
    'The hours': 'El horario',
    'The statement': 'La declaración',
    'The notice': 'El aviso',
    'The state’s name': 'El nombre del estado',
    'The law': 'La ley',
    'The placement': 'La ubicación',
    'The note on lots and dates': 'La nota sobre lotes y fechas',
    'The note on the cap': 'La nota sobre el límite',
    'A label element': 'Un elemento de la etiqueta',
    'The source': 'La fuente',
    'What was verified': 'Lo que se verificó',
    'The reference': 'La referencia',
    'Keep 1 at least.': 'Guarde 1 como mínimo.',
    'A passphrase has 8 characters at least. Four words are a good one.':
      'Una frase de contraseña tiene 8 caracteres como mínimo. Cuatro palabras hacen una buena.',
    'A passphrase has 200 characters at most.': 'Una frase de contraseña tiene 200 caracteres como máximo.',
    'Type a whole number of minutes.': 'Escriba un número entero de minutos.',
    'Wait 1 minute at least.': 'Espere 1 minuto como mínimo.',
    'Choose the lot, or “lot not recorded”.': 'Elija el lote, o “lote no registrado”.',
    'A draft’s id must be a UUID.': 'El id de un borrador debe ser un UUID.',
    'One batch can have 20 packs at most.': 'Una tanda puede tener 20 envases como máximo.',
    'One batch can use 200 lots at most.': 'Una tanda puede usar 200 lotes como máximo.',
    'One batch can have 100,000 units at most.': 'Una tanda puede tener 100,000 unidades como máximo.',
    'Type 1 or more.': 'Escriba 1 o más.',
    'Type 0 or more.': 'Escriba 0 o más.',
    'Type a whole number.': 'Escriba un número entero.',
    'Scan a code.': 'Escanee un código.',
    'Choose the ingredient.': 'Elija el ingrediente.',
    'Choose the lot.': 'Elija el lote.',
    'Choose at least one lot.': 'Elija al menos un lote.',
    'One step can pour 50 lots at most.': 'Un paso puede verter 50 lotes como máximo.',
    'Print 20 of one at most.': 'Imprima 20 de cada una como máximo.',
    'Choose 400 products and plans at most.': 'Elija 400 productos y planes como máximo.',
    'Type 1,000 at most.': 'Escriba 1,000 como máximo.',
    'Type 200 at most.': 'Escriba 200 como máximo.',
    'Type a whole number of days.': 'Escriba un número entero de días.',
    'Type 1 or more, or leave it empty.': 'Escriba 1 o más, o déjelo vacío.',
    'Ten years is the most.': 'Diez años es lo máximo.',
    'That file is too large.': 'Ese archivo es demasiado grande.',
    'A PIN has 4 to 12 digits.': 'Un PIN tiene de 4 a 12 cifras.',
    'The page is too long to keep. Save it.': 'La página es demasiado larga para conservarla. Guárdela.',
    'A seed is a whole number.': 'Una semilla es un número entero.',
    'A seed is at least 1.': 'Una semilla es 1 como mínimo.',
    'A seed has 6 digits at most.': 'Una semilla tiene 6 cifras como máximo.',
    'Type a percentage.': 'Escriba un porcentaje.',
    'Type 200 % at most.': 'Escriba 200 % como máximo.',
    'Type a number of hours.': 'Escriba un número de horas.',
    'Type 0.25 or more.': 'Escriba 0.25 o más.',
    'Type 72 hours at most.': 'Escriba 72 horas como máximo.',
    'An allergen can have 40 characters at most.': 'Un alérgeno puede tener 40 caracteres como máximo.',
    'At most 40 allergens can be named.': 'Se pueden nombrar 40 alérgenos como máximo.',
    'requestId must be a UUID, new for every command.': 'requestId debe ser un UUID, nuevo para cada orden.',
    'The text can have 200 characters at most.': 'El texto puede tener 200 caracteres como máximo.',
    'The text contains a character that cannot be seen. Type it again.':
      'El texto contiene un carácter que no se ve. Escríbalo de nuevo.',
    'Type a day as year-month-day, for example 2026-03-04.': 'Escriba el día como año-mes-día, por ejemplo 2026-03-04.',
    'That day does not exist. Check the month and the day.': 'Ese día no existe. Revise el mes y el día.',
    'A quantity can have 40 characters at most.': 'Una cantidad puede tener 40 caracteres como máximo.',
    'A lot number has 1 to 20 letters A–Z, digits and hyphens, for example SJ-20260304-A.':
      'Un número de lote tiene de 1 a 20 letras A–Z, cifras y guiones, por ejemplo SJ-20260304-A.',
    'A product code has 1 to 6 letters and digits and begins with a letter, for example SJ.':
      'Un código de producto tiene de 1 a 6 letras y cifras y empieza con una letra, por ejemplo SJ.',
    'The place can have 80 characters at most.': 'El destino puede tener 80 caracteres como máximo.',
    'An upload’s id must be a UUID.': 'El id de una carga debe ser un UUID.',
    'A file’s id must be a UUID.': 'El id de un archivo debe ser un UUID.',
    'A piece can have 8,000,000 characters at most.': 'Una parte puede tener 8,000,000 de caracteres como máximo.',
    'Type the time as a UTC instant.': 'Escriba la hora como un instante UTC.',
    'The photo is not readable.': 'La foto no se puede leer.',
    'The photo is too large. Choose a smaller one.': 'La foto es demasiado grande. Elija una más pequeña.',
    'Type an amount of money, for example 18.50.': 'Escriba una cantidad de dinero, por ejemplo 18.50.',
    'An amount can be $1,000,000 at most.': 'Una cantidad de dinero puede ser de $1,000,000 como máximo.',
    'Type a number with at most three digits after the point.':
      'Escriba un número con tres cifras como máximo después del punto.',
    'A unit can have 12 characters at most.': 'Una unidad puede tener 12 caracteres como máximo.',
    'That time zone is not known. Use a name such as America/New_York.':
      'No se conoce esa zona horaria. Use un nombre como America/New_York.',
    'A pattern can have 60 characters at most.': 'Un patrón puede tener 60 caracteres como máximo.',
    'Type a number of mm.': 'Escriba un número de mm.',
    'Type {least} mm or more.': 'Escriba {least} mm o más.',
    'Type {most} mm at most.': 'Escriba {most} mm como máximo.',
    'Type 60 at most.': 'Escriba 60 como máximo.',
    'A picture on this label is damaged. Take it out and choose it again.':
      'Una imagen de esta etiqueta está dañada. Quítela y elíjala otra vez.',
    'A label can have 60 fields at most.': 'Una etiqueta puede tener 60 campos como máximo.',
    'It is too large to be a label.': 'Es demasiado grande para ser una etiqueta.',
    'It is no label file, or it is damaged.': 'No es un archivo de etiqueta, o está dañado.',
    'It was written by a newer Traceberry (version {version} of label files).':
      'Lo escribió un Traceberry más nuevo (versión {version} de los archivos de etiqueta).',
    'Its label is not right: {why}': 'Su etiqueta no está bien: {why}',
    'Its “{field}” is not right: {why}': 'Su “{field}” no está bien: {why}',
    'This file was not taken. {why} Choose another file that ends in {ending}.':
      'Este archivo no se aceptó. {why} Elija otro archivo que termine en {ending}.',
    'The address can have 80 characters at most: a longer one makes the code too large.':
      'La dirección puede tener 80 caracteres como máximo: una más larga hace el código demasiado grande.',
    'Type an address such as https://example.com or https://example.com/jars, in small letters, without ? and #.':
      'Escriba una dirección como https://example.com o https://example.com/jars, en minúsculas, sin ? ni #.',
    'The path cannot hold 00 or 01: readers would take it for the code.':
      'La ruta no puede llevar 00 ni 01: los lectores la tomarían por el código.',
    'Give 1 to 5 stars.': 'Dé de 1 a 5 estrellas.',
    'A product number has 14 digits.': 'Un número de producto tiene 14 cifras.',
    'Add at least one line.': 'Agregue al menos una línea.',
    'One trip can have 100 lines at most.': 'Una compra puede tener 100 líneas como máximo.',
    'One step can have 200 lines at most.': 'Un paso puede tener 200 líneas como máximo.',
    'A code has 500 characters at most.': 'Un código tiene 500 caracteres como máximo.',
    'One step can count 2,000 lots at most.': 'Un paso puede contar 2,000 lotes como máximo.',
    'Choose what is to be made.': 'Elija qué se va a preparar.',
    'An address can have 200 characters at most.': 'Una dirección puede tener 200 caracteres como máximo.',
    'Type 65535 at most.': 'Escriba 65535 como máximo.',
    'Type 20 mm or more.': 'Escriba 20 mm o más.',
    'Type 110 mm at most.': 'Escriba 110 mm como máximo.',
    'Type 10 mm or more.': 'Escriba 10 mm o más.',
    'Type 160 mm at most.': 'Escriba 160 mm como máximo.',
    'Type 10 mm at most.': 'Escriba 10 mm como máximo.',
    'Type 20 mm at most.': 'Escriba 20 mm como máximo.',
    'Type 30 at most.': 'Escriba 30 como máximo.',
    'Type 14 at most.': 'Escriba 14 como máximo.',
    'Type the printer’s address, for example 192.168.1.50.':
      'Escriba la dirección de la impresora, por ejemplo 192.168.1.50.',
    'Choose the printer from the list of this computer’s printers.':
      'Elija la impresora en la lista de impresoras de esta computadora.',
    'Type the printer’s device file, for example /dev/usb/lp0.':
      'Escriba el archivo de dispositivo de la impresora, por ejemplo /dev/usb/lp0.',
    'Type the printer’s address, for example ipp://192.168.1.50/ipp/print.':
      'Escriba la dirección de la impresora, por ejemplo ipp://192.168.1.50/ipp/print.',
    'A PDF has no address: leave it empty.': 'Un PDF no tiene dirección: déjela vacía.',
    'Sheets of labels go to office printers as PDF. Choose PDF here, or a roll instead of a sheet.':
      'Las hojas de etiquetas van a impresoras de oficina como PDF. Elija PDF aquí, o un rollo en vez de una hoja.',
    '{problem} Correct the measures of the sheet.': '{problem} Corrija las medidas de la hoja.',
    'A PDF goes through this computer’s printers or IPP. Choose the printer’s own language here.':
      'Un PDF va por las impresoras de esta computadora o por IPP. Elija aquí el lenguaje propio de la impresora.',
    'Nothing comes back this way, so that nothing can be proved. Choose “none”.':
      'Por esta vía no vuelve nada, así que nada se puede comprobar. Elija “ninguna”.',
    'Labels {width} mm wide lie over each other when the next begins after {step} mm.':
      'Las etiquetas de {width} mm de ancho quedan una sobre otra si la siguiente empieza a los {step} mm.',
    'Labels {height} mm high lie over each other when the next begins after {step} mm.':
      'Las etiquetas de {height} mm de alto quedan una sobre otra si la siguiente empieza a los {step} mm.',
    '{columns} columns end at {end} mm; the sheet is {width} mm wide.':
      '{columns} columnas terminan en {end} mm; la hoja tiene {width} mm de ancho.',
    '{rows} rows end at {end} mm; the sheet is {height} mm high.':
      '{rows} filas terminan en {end} mm; la hoja tiene {height} mm de alto.',
    'Use one word, for example jar.': 'Use una sola palabra, por ejemplo frasco.',
    'That is a measure. Use the word for one sale unit, for example jar or bottle.':
      'Eso es una medida. Use la palabra para una unidad de venta, por ejemplo frasco o botella.',
    'Type 3650 days at most.': 'Escriba 3650 días como máximo.',
    'Add at least one ingredient.': 'Agregue al menos un ingrediente.',
    'A recipe can have 60 ingredients at most.': 'Una receta puede tener 60 ingredientes como máximo.',
    'A product can have 20 packs at most.': 'Un producto puede tener 20 envases como máximo.',
    'A recipe can have 20 readings at most.': 'Una receta puede tener 20 lecturas como máximo.',
    'A recipe can name 20 pieces of equipment at most.': 'Una receta puede nombrar 20 equipos como máximo.',
    'Choose a batch.': 'Elija una tanda.',
    'Choose six different batches at most.': 'Elija seis tandas distintas como máximo.',
    'Choose a bad batch.': 'Elija una tanda mala.',
    'Choose 60 different batches at most.': 'Elija 60 tandas distintas como máximo.',
    'Choose 200 different batches at most.': 'Elija 200 tandas distintas como máximo.',
    'A notice can have 50,000 characters at most.': 'Un aviso puede tener 50,000 caracteres como máximo.',
    'Level B checks more than 10 %.': 'El nivel B revisa más del 10 %.',
    'All of them is level A.': 'Todos es el nivel A.',
    'The period ends before it begins. Correct one of the days.':
      'El período termina antes de empezar. Corrija uno de los días.',
    'Type the two letters of the state, for example VT.': 'Escriba las dos letras del estado, por ejemplo VT.',
    'Type a number of points.': 'Escriba un número de puntos.',
    'Type 4 points or more.': 'Escriba 4 puntos o más.',
    'Type the day you checked it, for example 2026-11-20.': 'Escriba el día en que lo revisó, por ejemplo 2026-11-20.',
    'One shipment can have 100 lines at most.': 'Un envío puede tener 100 líneas como máximo.',
    'This folder holds a kitchen of your own, which the demo must not touch. Start the demo with another folder.':
      'Esta carpeta contiene una cocina real, que la demostración no debe tocar. Inicie la demostración con otra carpeta.',
    // Quantities, readings and lines that people type.
    'Type a quantity, for example 8 lb.': 'Escriba una cantidad, por ejemplo 8 lb.',
    'Write “{typed}” out in digits, with a unit.': 'Escriba “{typed}” con cifras y con una unidad.',
    'Type a quantity above zero, without a minus sign.': 'Escriba una cantidad mayor que cero, sin signo menos.',
    'Type a quantity above zero.': 'Escriba una cantidad mayor que cero.',
    'Add a unit to “{typed}”, for example {typed} lb or {typed} cup.':
      'Agregue una unidad a “{typed}”, por ejemplo {typed} lb o {typed} cup.',
    '“{spelling}” is not a unit Traceberry knows. Use g, kg, oz, lb, tsp, tbsp, cup, fl oz, mL, L, each or dozen.':
      '“{spelling}” no es una unidad que Traceberry conozca. Use g, kg, oz, lb, tsp, tbsp, cup, fl oz, mL, L, each o dozen.',
    '“{typed}” mixes {one} and {other}. Use one kind of unit.':
      '“{typed}” mezcla {one} y {other}. Use una sola clase de unidad.',
    '“{typed}” mixes {one} and {other}. Use one of the two.': '“{typed}” mezcla {one} y {other}. Use una de las dos.',
    '“{typed}” is more than one lot can hold. Check the number and the unit.':
      '“{typed}” es más de lo que cabe en un lote. Revise el número y la unidad.',
    '“{typed}” is not a quantity. Type a number and a unit, for example 8 lb or 1 1/2 cup.':
      '“{typed}” no es una cantidad. Escriba un número y una unidad, por ejemplo 8 lb o 1 1/2 cup.',
    'under {quantity}': 'menos de {quantity}',
    'A fraction cannot be divided by zero.': 'Una fracción no se puede dividir entre cero.',
    'Is {typed} {whole} or {decimal}? Type it without the comma.':
      '¿{typed} es {whole} o {decimal}? Escríbalo sin la coma.',
    weight: 'peso',
    volume: 'volumen',
    pieces: 'piezas',
    'Type what you read and its number, for example t 105, ph 3.2 or w 230 g.':
      'Escriba qué se leyó y su número, por ejemplo t 105, ph 3.2 o w 230 g.',
    'A pH is between 0 and 14.': 'Un pH está entre 0 y 14.',
    'below {limit}': 'por debajo de {limit}',
    'above {limit}': 'por encima de {limit}',
    'Type at most three digits after the point.': 'Escriba tres cifras como máximo después del punto.',
    'That number is too large for a reading. Check it.': 'Ese número es demasiado grande para una lectura. Revíselo.',
    Temperature: 'Temperatura',
    Weight: 'Peso',
    Sugar: 'Azúcar',
    'Water activity': 'Actividad de agua',
    '{what} {least} to {most}': '{what} de {least} a {most}',
    '{what} at least {least}': '{what} {least} como mínimo',
    '{what} at most {most}': '{what} {most} como máximo',
    '{what} in {unit}': '{what} en {unit}',
    'What is {number}? Put $ before a price and “lot” before a lot, or leave it out.':
      '¿Qué es {number}? Ponga $ delante de un precio y “lote” delante de un lote, o quítelo.',
    'There is more than one {what} in this line. Leave one out.':
      'En esta línea está más de una vez: {what}. Quite una.',
    quantity: 'cantidad',
    day: 'día',
    'best-by day': 'día “mejor antes del”',
    lot: 'lote',
    price: 'precio',
    'Type the ingredient, for example: sugar costco 25 lb.':
      'Escriba el ingrediente, por ejemplo: azúcar costco 25 lb.',
    'Type how much, for example 25 lb.': 'Escriba cuánto, por ejemplo 25 lb.',
    'The best-by day is before the day it came in. Correct one of the two.':
      'El día “mejor antes del” es anterior al día en que llegó. Corrija uno de los dos.',

    // Allergens.
    '“{allergen}” is not one of the nine major allergens.':
      '“{allergen}” no es uno de los nueve alérgenos principales.',
    'Say which nut it is: a label may not just say tree nuts. Coconut and chestnut are no longer among them.':
      'Diga qué nuez es: una etiqueta no puede decir solo nueces de árbol. El coco y la castaña ya no están entre ellas.',
    'Say which fish it is, for example cod.': 'Diga qué pescado es, por ejemplo bacalao (cod).',
    'Say which shellfish it is, for example shrimp.': 'Diga qué crustáceo es, por ejemplo camarón (shrimp).',
    '{allergen} has no kinds to name.': '{allergen} no tiene clases que nombrar.',
    'Name the kind in plain letters, for example cod.': 'Nombre la clase con letras simples, por ejemplo cod.',
    '{kind} is a mollusc and not among the nine major allergens. Name it in the ingredient itself.':
      '{kind} es un molusco y no está entre los nueve alérgenos principales. Nómbrelo en el ingrediente mismo.',
    'any tree nut': 'cualquier nuez de árbol',
    'any fish': 'cualquier pescado',
    'any shellfish': 'cualquier crustáceo',
    Milk: 'Leche',
    Wheat: 'Trigo',
    Egg: 'Huevo',
    Soy: 'Soya',
    Peanuts: 'Cacahuates',
    Sesame: 'Ajonjolí',
    Nut: 'Nuez',
    Fish: 'Pescado',
    Crustacean: 'Crustáceo',
    'Goat milk': 'Leche de cabra',
    'Sheep milk': 'Leche de oveja',
    'Water buffalo milk': 'Leche de búfala',
    'Duck egg': 'Huevo de pato',
    'Goose egg': 'Huevo de ganso',
    'Quail egg': 'Huevo de codorniz',
    Almonds: 'Almendras',
    'Black walnuts': 'Nueces negras',
    'Brazil nuts': 'Nueces de Brasil',
    'California walnuts': 'Nueces de California',
    Cashews: 'Nueces de la India',
    Hazelnuts: 'Avellanas',
    Heartnuts: 'Nueces de corazón',
    'Macadamia nuts': 'Nueces de macadamia',
    Pecans: 'Nueces pecanas',
    'Pine nuts': 'Piñones',
    Pistachios: 'Pistaches',
    Walnuts: 'Nueces de Castilla',
    Anchovy: 'Anchoa',
    Bass: 'Lobina',
    Catfish: 'Bagre',
    Cod: 'Bacalao',
    Flounder: 'Platija',
    Haddock: 'Eglefino',
    Halibut: 'Halibut',
    Herring: 'Arenque',
    Mackerel: 'Caballa',
    Perch: 'Perca',
    Pollock: 'Abadejo',
    Salmon: 'Salmón',
    Sardine: 'Sardina',
    Snapper: 'Pargo',
    Sole: 'Lenguado',
    Tilapia: 'Tilapia',
    Trout: 'Trucha',
    Tuna: 'Atún',
    Crab: 'Cangrejo',
    Crayfish: 'Cangrejo de río',
    Krill: 'Kril',
    Lobster: 'Langosta',
    Prawn: 'Langostino',
    Shrimp: 'Camarón',

    // Lot numbers and codes.
    'Use {letters} or {figures} once only: it is what tells the batches apart.':
      'Use {letters} o {figures} una sola vez: es lo que distingue las tandas.',
    'Add {letters} for letters or {figures} for figures: without it two batches would get the same number.':
      'Agregue {letters} para letras o {figures} para cifras: sin eso, dos tandas tendrían el mismo número.',
    '“{piece}” has characters that a lot number cannot have. Use letters A–Z, figures and hyphens.':
      '“{piece}” tiene caracteres que un número de lote no puede tener. Use letras A–Z, cifras y guiones.',
    '“{token}” is not known. Use {tokens} or {last}.': 'No se conoce “{token}”. Use {tokens} o {last}.',
    'Put a hyphen after the sequence: otherwise nobody can tell where it ends.':
      'Ponga un guion después de la secuencia: si no, nadie sabe dónde termina.',
    'A lot number begins and ends with a letter or a figure. Take the hyphen away.':
      'Un número de lote empieza y termina con una letra o una cifra. Quite el guion.',
    'A lot number has {most} characters at most. Make the pattern shorter.':
      'Un número de lote tiene {most} caracteres como máximo. Acorte el patrón.',
    '{code} ({name}) is easily read as {other} ({otherName}). Choose codes that nobody mixes up.':
      '{code} ({name}) se lee fácilmente como {other} ({otherName}). Elija códigos que nadie confunda.',
    '{code} ({name}) and {other} ({otherName}) could come to the same number. Put a hyphen or letters between code and figures, or choose another code.':
      '{code} ({name}) y {other} ({otherName}) podrían llegar al mismo número. Ponga un guion o letras entre el código y las cifras, o elija otro código.',
    'year added': 'con el año agregado',
    'read again': 'leído de nuevo',
    'digits exchanged': 'cifras intercambiadas',
    'This barcode cannot be used: {why}. Type what the bag says.':
      'Este código de barras no se puede usar: {why}. Escriba lo que dice la bolsa.',
    'it goes on with “{rest}”, which begins no element': 'sigue con “{rest}”, que no empieza ningún elemento',
    'it is empty': 'está vacío',
    'the parts of its address are not in GS1’s order': 'las partes de su dirección no están en el orden de GS1',
    '({ai}) in its address is not one of GS1’s identifiers': '({ai}) en su dirección no es un identificador de GS1',
    '({ai}) stands behind the question mark': '({ai}) está después del signo de interrogación',
    '({ai}) is there twice with different values.': '({ai}) está dos veces con valores distintos.',
    '({ai}) is not an identifier that is used here.': '({ai}) no es un identificador que se use aquí.',
    '({ai}) {title} is too short: {length} of {least} characters.':
      '({ai}) {title}: faltan caracteres, {length} de {least}.',
    '({ai}) {title} is too long: {length} of {most} characters.':
      '({ai}) {title}: sobran caracteres, {length} de {most}.',
    '({ai}) {title} holds digits only.': '({ai}) {title}: solo lleva cifras.',
    '({ai}) {title} cannot hold “{wrong}”.': '({ai}) {title}: no puede llevar “{wrong}”.',
    '({ai}) {title} {value} has a wrong check digit.': '({ai}) {title} {value}: el dígito de control no es correcto.',
    '({ai}) {title} {value} is no day.': '({ai}) {title} {value}: no es un día.',
    '({ai}) {title} {value} is no time.': '({ai}) {title} {value}: no es una hora.',
    '({ai}) is only valid together with {others}.': '({ai}) solo es válido junto con {others}.',
    '({ai}) and ({other}) cannot stand together.': '({ai}) y ({other}) no pueden estar juntos.',
    '{one} or {other}': '{one} o {other}',
    '{one} and {other}': '{one} y {other}',
    'net weight or size': 'peso neto o tamaño',
    'weight or size': 'peso o tamaño',
    'company information': 'información de la empresa',
    'GTIN of contents': 'GTIN del contenido',
    'production date': 'fecha de producción',
    'packing date': 'fecha de empaque',
    'best-before date': 'fecha de consumo preferente',
    'sell-by date': 'fecha límite de venta',
    'expiry date': 'fecha de vencimiento',
    serial: 'número de unidad',
    variant: 'variante',
    count: 'conteo',
    'count of contents': 'conteo del contenido',
    location: 'ubicación',
    'expiry time': 'hora de vencimiento',
    'production time': 'hora de producción',

    // Notices, and how lots stand to them.
    'It names days of production, {days}: look for them on the bag.':
      'Menciona días de producción, {days}: búsquelos en la bolsa.',
    'It names {days} without saying what happened then.': 'Menciona {days} sin decir qué pasó entonces.',
    'It names more than is written out: compare the bags with the whole list.':
      'Menciona más de lo que está escrito: compare las bolsas con la lista completa.',
    'It may name a code here: {codes}.': 'Puede que aquí mencione un código: {codes}.',
    'It says that all of it is meant, whatever the lot.': 'Dice que se refiere a todo, sea cual sea el lote.',
    'No lot and no day could be read in it: read it again by hand.':
      'No se pudo leer en él ningún lote ni día: vuelva a leerlo a mano.',
    '{first} to {last}': '{first} a {last}',
    'it is almost the {code} of the notice: compare the bag': 'es casi el {code} del aviso: compare la bolsa',
    'it is of another form than {from} to {to}: compare the bag':
      'tiene otra forma que {from} a {to}: compare la bolsa',
    'the notice has {code} in it, which may be a lot code: read it again':
      'el aviso contiene {code}, que puede ser un código de lote: vuelva a leerlo',
    'the notice names more codes than could be read: compare the bag':
      'el aviso menciona más códigos de los que se pudieron leer: compare la bolsa',
    'is another ingredient': 'es otro ingrediente',
    'came from another supplier: {supplier}': 'vino de otro proveedor: {supplier}',
    'as supplier lot {lot}, {why}': 'como lote de proveedor {lot}, {why}',
    'came as another supplier lot: {lot}': 'vino como otro lote de proveedor: {lot}',
    'came in on {day}, before the window': 'llegó el {day}, antes del período',
    'came in on {day}, after the window': 'llegó el {day}, después del período',
    'is best by {day}, another day than the notice names':
      'es mejor antes del {day}, otro día que el que menciona el aviso',
    supplier: 'proveedor',
    'supplier lot': 'lote de proveedor',
    'received date': 'fecha de recepción',
    'best-by date': 'fecha “mejor antes del”',
    'ingredient lot': 'lote de ingrediente',
    'date window': 'período de fechas',
    ingredient: 'ingrediente',
    bin: 'recipiente a granel',
    'it is void already': 'ya está anulado',

    // What was different about a batch.
    'The recipe was another version: {version} instead of {usual}.':
      'La receta era otra versión: {version} en vez de {usual}.',
    '{name} was in it, and in none of the others.': '{name} estaba en ella, y en ninguna de las demás.',
    '{name}: nobody recorded the lot.': '{name}: nadie registró el lote.',
    '{name} came from {suppliers}, the others from {usual}.': '{name} vino de {suppliers}; en las demás, de {usual}.',
    '{name} came from {suppliers}.': '{name} vino de {suppliers}.',
    '{name} was another lot: {lots}.': '{name} era de otro lote: {lots}.',
    '{name}: {percent} % more than usual.': '{name}: {percent} % más de lo habitual.',
    '{name}: {percent} % less than usual.': '{name}: {percent} % menos de lo habitual.',
    '{name} was in all of the others, and not in it.': '{name} estaba en todas las demás, y no en ella.',
    '{name} was {value}, usually {usual}.': '{name} fue {value}; lo habitual es {usual}.',
    'It made {made}, {percent} % more than the usual {usual}.':
      'Salieron {made}, {percent} % más de los {usual} habituales.',
    'It made {made}, {percent} % less than the usual {usual}.':
      'Salieron {made}, {percent} % menos de los {usual} habituales.',
    '{bad} of {badOf} against {good} of {goodOf}; this can well be chance.':
      '{bad} de {badOf} frente a {good} de {goodOf}; bien puede ser casualidad.',
    '{bad} of {badOf} against {good} of {goodOf}; could be chance 1 time in more than 1,000.':
      '{bad} de {badOf} frente a {good} de {goodOf}; podría ser casualidad 1 vez en más de 1,000.',
    '{bad} of {badOf} against {good} of {goodOf}; could be chance 1 time in {times}.':
      '{bad} de {badOf} frente a {good} de {goodOf}; podría ser casualidad 1 vez en {times}.',
    '{what} above {value}': '{what} por encima de {value}',
    '{what} below {value}': '{what} por debajo de {value}',
    '{usual} ± {spread} in {count}': '{usual} ± {spread} en {count}',
    '{what} in {some} of {all}': '{what} en {some} de {all}',
    'makes {now} instead of {before}': 'rinde {now} en vez de {before}',
    '{name}: {now} instead of {before}': '{name}: {now} en vez de {before}',

    // Traces.
    Batch: 'Tanda',
    'Ingredient lot': 'Lote de ingrediente',
    Supplier: 'Proveedor',
    'Sent to': 'Enviado a',
    Place: 'Destino',
    Person: 'Persona',
    Equipment: 'Equipo',
    Product: 'Producto',
    Ingredient: 'Ingrediente',
    'Still here': 'Sigue aquí',
    Sampled: 'Para muestras',
    'Own use': 'Uso propio',
    Discarded: 'Desechado',
    'Set aside': 'Apartado',
    'Unknown lot': 'Lote desconocido',
    '{what}, on hold': '{what}, en retención',
    '{n, plural, one {# delivery} other {# deliveries}}': '{n, plural, one {# entrega} other {# entregas}}',

    // Drills.
    '1 hour': '1 hora',
    '{hours} hours': '{hours} horas',
    '{hours}; {finished} % of finished goods; {from} to {to} % of an ingredient':
      '{hours}; {finished} % del producto terminado; de {from} a {to} % de un ingrediente',
    'score = the mean of the parts there were: time (100 within {allowed}, otherwise 100 × {allowed} ÷ time taken), scope (100 × lots known to be affected ÷ lots found), units (100 − the distance of accounted % from 100, at least 0), contacts (100 × places whose contact is right ÷ places).':
      'puntuación = el promedio de las partes que hubo: tiempo (100 dentro de {allowed}; si no, 100 × {allowed} ÷ tiempo empleado), alcance (100 × lotes que se sabe afectados ÷ lotes encontrados), unidades (100 − la distancia entre el % explicado y 100, 0 como mínimo), contactos (100 × destinos cuyo contacto es correcto ÷ destinos).',
    'accounted % = 100 × (counted here + sent + sampled + own use + discarded + set aside + used in other batches) ÷ made; never cut off at 100.':
      '% explicado = 100 × (contado aquí + enviado + para muestras + uso propio + desechado + apartado + usado en otras tandas) ÷ preparado; nunca se corta en 100.',
    'balance % of an ingredient = 100 × (used in batches + on hand + discarded + poured into bins) ÷ received; never cut off.':
      '% de balance de un ingrediente = 100 × (usado en tandas + en existencia + desechado + vertido en recipientes) ÷ recibido; nunca se corta.',
    // Files that are imported.
    '{name} is not a text file. Save the table as CSV or XLSX and take that.':
      '{name} no es un archivo de texto. Guarde la tabla como CSV o XLSX y use ese archivo.',
    'Read as Windows-1252: look at letters with accents.': 'Leído como Windows-1252: revise las letras con acento.',
    'A quotation mark in it is never closed. It was read line by line; look at the last rows.':
      'Tiene unas comillas que nunca se cierran. Se leyó línea por línea; revise las últimas filas.',
    '{name} cannot be read as a table. Open it in your spreadsheet program and save it as CSV again.':
      '{name} no se puede leer como tabla. Ábralo en el programa de hojas de cálculo y guárdelo otra vez como CSV.',
    '{name} is empty. Choose another file.': '{name} está vacío. Elija otro archivo.',
    '{name} is larger than {size} MB. Save a part of it as a file of its own.':
      '{name} pesa más de {size} MB. Guarde una parte como archivo propio.',
    '{name} has no rows. Choose another file.': '{name} no tiene filas. Elija otro archivo.',
    '{name} is a PDF. Copy the table out of it and paste it here, or ask for the spreadsheet it was made from.':
      '{name} es un PDF. Copie la tabla y péguela aquí, o pida la hoja de cálculo de la que se hizo.',
    '{name} is a web page. Open it in your spreadsheet program and save it as XLSX or CSV.':
      '{name} es una página web. Ábrala en el programa de hojas de cálculo y guárdela como XLSX o CSV.',
    '{name} is protected by a password. Open it, save it without one, and take that.':
      '{name} está protegido con contraseña. Ábralo, guárdelo sin contraseña y use ese archivo.',
    '{name} is in Excel’s format from before 2007. Open it and save it as “Excel Workbook (.xlsx)” or CSV.':
      '{name} está en el formato de Excel anterior a 2007. Ábralo y guárdelo como “Libro de Excel (.xlsx)” o CSV.',
    '{name} is an OpenDocument file. Save it as “Excel 2007–365 (.xlsx)” or as CSV and take that.':
      '{name} es un archivo OpenDocument. Guárdelo como “Excel 2007–365 (.xlsx)” o como CSV y use ese archivo.',
    '{name} is not an Excel workbook. Save the table as XLSX or CSV and take that.':
      '{name} no es un libro de Excel. Guarde la tabla como XLSX o CSV y use ese archivo.',
    '{name} has more than {most} sheets. Save those you want as a workbook of their own.':
      '{name} tiene más de {most} hojas. Guarde las que necesite en un libro aparte.',
    '“{sheet}” in {name}': '“{sheet}” en {name}',
    'This sheet is hidden in the workbook.': 'Esta hoja está oculta en el libro.',
    '{name} holds no sheet that can be read. Save it as XLSX or CSV again.':
      '{name} no contiene ninguna hoja que se pueda leer. Guárdelo otra vez como XLSX o CSV.',
    '{name} contains macros, which are never opened here. Save it as “Excel Workbook (.xlsx)” and take that.':
      '{name} contiene macros, que aquí nunca se abren. Guárdelo como “Libro de Excel (.xlsx)” y use ese archivo.',
    '{name} declares things that no spreadsheet program writes. Open it in one and save it anew.':
      '{name} declara cosas que ningún programa de hojas de cálculo escribe. Ábralo en uno y guárdelo de nuevo.',
    '{name} has more than {most} rows. Save a part of it, a year for example, as a file of its own and import one after the other.':
      '{name} tiene más de {most} filas. Guarde una parte, por ejemplo un año, como archivo propio e importe uno tras otro.',
    'It has more than {most} columns: those behind are left out.':
      'Tiene más de {most} columnas: las de atrás se dejan fuera.',
    '1 cell had more than {most} characters and was cut off there.':
      '1 celda tenía más de {most} caracteres y se cortó ahí.',
    '{long} cells had more than {most} characters and were cut off there.':
      '{long} celdas tenían más de {most} caracteres y se cortaron ahí.',
    '{name} is protected by a password. Save it without one and take that.':
      '{name} está protegido con contraseña. Guárdelo sin contraseña y use ese archivo.',
    '{name} is packed in a way that spreadsheets are not. Save it as XLSX again.':
      '{name} está comprimido de una forma que no es la de las hojas de cálculo. Guárdelo otra vez como XLSX.',
    '{name} is damaged or was cut off. Copy it again, or open it in your spreadsheet program and save it anew.':
      '{name} está dañado o incompleto. Cópielo otra vez, o ábralo en el programa de hojas de cálculo y guárdelo de nuevo.',
    '{name} would unpack to more than {size} MB, which no kitchen’s spreadsheet does. It was not opened.':
      '{name} ocuparía más de {size} MB al descomprimirse, y ninguna hoja de cálculo de una cocina llega a tanto. No se abrió.',
    '1 merged cell was filled down.': '1 celda combinada se rellenó hacia abajo.',
    '{tall} merged cells were filled down.': '{tall} celdas combinadas se rellenaron hacia abajo.',
    '1 formula has no stored value: open the file in your spreadsheet program and save it once.':
      '1 fórmula no tiene valor guardado: abra el archivo en el programa de hojas de cálculo y guárdelo una vez.',
    '{formulas} formulas have no stored value: open the file in your spreadsheet program and save it once.':
      '{formulas} fórmulas no tienen valor guardado: abra el archivo en el programa de hojas de cálculo y guárdelo una vez.',
    '1 cell holds an error such as #REF!.': '1 celda contiene un error como #REF!.',
    '{errors} cells hold an error such as #REF!.': '{errors} celdas contienen un error como #REF!.',
    'A part of the file did not arrive. Choose it again.': 'Una parte del archivo no llegó. Elíjalo de nuevo.',
    '{date} can only be read with the month first.': '{date} solo se puede leer con el mes primero.',
    '{date} can only be read with the day first.': '{date} solo se puede leer con el día primero.',
    'Every date can be read in one way.': 'Cada fecha se puede leer de una sola forma.',
    'Dates with full stops mostly have the day first.': 'Las fechas con puntos suelen llevar el día primero.',
    'Dates with slashes mostly have the month first in the United States.':
      'En Estados Unidos, las fechas con barras suelen llevar el mes primero.',
    '{cell} is {total} in all.': '{cell} es {total} en total.',

    // What is said of the rows of an import.
    'It belongs to row {row}, which waits.': 'Va con la fila {row}, que espera.',
    '{head}: row {row} says “{first}” of the same, this one “{other}”. Correct one of them, or take them apart by another number.':
      '{head}: de lo mismo, la fila {row} dice “{first}” y esta “{other}”. Corrija una de las dos, o sepárelas con otro número.',
    '{text} is read as {day}.': '{text} se lee como {day}.',
    '{text} is Excel’s number for {day}.': '{text} es el número de Excel para {day}.',
    '{text} has no year: {day} is assumed.': '{text} no tiene año: se supone {day}.',
    '{head}: “{text}” is no day. Type it as year-month-day, 2026-03-04.':
      '{head}: “{text}” no es un día. Escríbalo como año-mes-día, 2026-03-04.',
    '{head} has {length} characters; {most} are kept at most. Shorten it.':
      '{head} tiene {length} caracteres; se guardan {most} como máximo. Acórtelo.',
    '{what} has {length} characters: the first {most} are kept.':
      '{what} tiene {length} caracteres: se guardan los primeros {most}.',
    'Why they were discarded': 'El motivo del descarte',
    'The reason of its hold': 'El motivo de su retención',
    'Its note': 'Su nota',
    'The name of a person': 'El nombre de una persona',
    '“{name}” is new, and much like {known}.': '“{name}” es nuevo y se parece mucho a {known}.',
    'Nothing was ever sent to {place}.': 'Nunca se envió nada a {place}.',
    'Nothing was sent to {place} on {day}.': 'No se envió nada a {place} el {day}.',
    'There is no batch {number} here.': 'Aquí no hay ninguna tanda {number}.',
    '{name} is not here: the row that brings it waits.': '{name} no está aquí: la fila que lo trae espera.',
    'What it was made or taken from was stopped before it. Mend that row first.':
      'Aquello de lo que se hizo o se tomó se detuvo antes. Corrija primero esa fila.',
    'So much of it cannot have been so. Correct the row.': 'No pudo ser tanto. Corrija la fila.',
    'Some of {serials} were not missing, so that cannot have been so. Correct the row.':
      'Algunas de {serials} no faltaban, así que no pudo ser así. Corrija la fila.',
    'Not all of {serials} are on hand: that cannot have been so. Correct the row.':
      'No todas las {serials} están en existencia: no pudo ser así. Corrija la fila.',
    'This row is imported. Correct what it became on its own page.':
      'Esta fila ya se importó. Corrija en su propia página lo que resultó de ella.',
    'This row was changed in another window since you opened it. Look at it as it is now, then change it again.':
      'Esta fila se cambió en otra ventana después de abrirla aquí. Véala como está ahora y cámbiela de nuevo.',
    'Another window imported, changed or recorded something at the same moment, so nothing was done twice. Look at the rows as they are now, and press Import again for those that are left.':
      'Otra ventana importó, cambió o registró algo en el mismo momento, así que nada se hizo dos veces. Vea las filas como están ahora y oprima Importar otra vez para las que quedan.',
    'The record changed since these rows were looked at, and something else is said of some of them now. Look at them, then press Import again.':
      'El registro cambió desde que se revisaron estas filas, y de algunas ahora se dice otra cosa. Revíselas y oprima Importar otra vez.',
    'A newer state of the file says otherwise.': 'Una versión más nueva del archivo dice otra cosa.',
    'This import is over. Choose the file again to begin anew; rows that are there already add nothing.':
      'Esta importación terminó. Elija el archivo otra vez para empezar de nuevo; las filas que ya están no agregan nada.',
    'This import or the record is being changed in another window all the time. Wait until that is done, then do this again.':
      'Esta importación o el registro se está cambiando todo el tiempo en otra ventana. Espere a que termine y hágalo de nuevo.',
    'This import cannot be taken back because of what came after it: {reasons}. Take that back first.':
      'Esta importación no se puede deshacer por lo que vino después: {reasons}. Deshaga eso primero.',
    'It was imported before.': 'Ya se importó antes.',
    'It was taken back.': 'Se deshizo.',
    'It could not be brought back: {why}': 'No se pudo traer de vuelta: {why}',
    'You left it out.': 'Se dejó fuera.',
    'It is a row of totals.': 'Es una fila de totales.',
    'It is the row of heads once more.': 'Es otra vez la fila de encabezados.',
    'Only one cell is filled: it is taken for a heading.': 'Solo hay una celda llena: se toma por un título.',
    'Row {row} of {sheet} says the same: with both it counts twice. Leave one of them out if it is one.':
      'La fila {row} de {sheet} dice lo mismo: con las dos cuenta doble. Deje una fuera si es la misma cosa.',
    'It was imported before and says something else now: this takes its place.':
      'Ya se importó antes y ahora dice otra cosa: esto toma su lugar.',
    'The record has this already.': 'El registro ya tiene esto.',
    'The record has this purchase already.': 'El registro ya tiene esta compra.',
    'The day is missing.': 'Falta el día.',
    '{day} is still to come. Correct the day.': '{day} todavía no ha llegado. Corrija el día.',

    // Suppliers, places, ingredients and products of an import.
    '{name} is there already.': '{name} ya está.',
    '{name} is in this file twice.': '{name} está dos veces en este archivo.',
    'The name is missing.': 'Falta el nombre.',
    'The name has more than 80 characters. Shorten it.': 'El nombre tiene más de 80 caracteres. Acórtelo.',
    'The ingredient’s name is missing.': 'Falta el nombre del ingrediente.',
    'Say in which unit it is kept, for example lb.': 'Diga en qué unidad se lleva, por ejemplo lb.',
    '“{text}” is no quantity. Type for example 10 lb.': '“{text}” no es una cantidad. Escriba por ejemplo 10 lb.',
    '“{text}” is no conversion. Write 1 cup = 120 g.': '“{text}” no es una conversión. Escriba 1 cup = 120 g.',
    '“{text}” must say what something else is in {unit}.':
      '“{text}” debe decir a cuánto equivale otra medida en {unit}.',
    '{name} is there already. Change it on its own page.': '{name} ya está. Cámbielo en su propia página.',
    '{name} is there as an ingredient. Name the product otherwise.':
      '{name} ya está como ingrediente. Dé otro nombre al producto.',
    '“{text}” is no number of units. Type a whole number.':
      '“{text}” no es un número de unidades. Escriba un número entero.',
    'How many one batch makes is not said: 1 is assumed.': 'No se dice cuántas rinde una tanda: se supone 1.',
    '“{code}” is no code. A code has 1 to 6 letters and digits and begins with a letter.':
      '“{code}” no es un código. Un código tiene de 1 a 6 letras y cifras y empieza con una letra.',
    '{code} is the code of {name}. Choose another.': '{code} es el código de {name}. Elija otro.',
    '“{text}” is no number of days from 1 to 3650.': '“{text}” no es un número de días de 1 a 3650.',
    'Its code is assumed: {code}.': 'Su código se supone: {code}.',
    'The ingredient of this quantity is missing.': 'Falta el ingrediente de esta cantidad.',
    'The price “{price}” cannot be read and is left out.': 'El precio “{price}” no se puede leer y se deja fuera.',
    'The net contents “{net}” cannot be read and are left out.':
      'El contenido neto “{net}” no se puede leer y se deja fuera.',

    // Purchases and batches of an import.
    'The ingredient is missing.': 'Falta el ingrediente.',
    '{day} is still to come. Correct the day it was bought.': '{day} todavía no ha llegado. Corrija el día de compra.',
    'It was past its date, {day}, on the day it was bought.':
      'Ya había pasado su fecha, {day}, el día en que se compró.',
    'No day: batches made of it cannot be told by date.':
      'Sin día: las tandas hechas con él no se pueden distinguir por fecha.',
    'No supplier: a recall of theirs cannot find it.':
      'Sin proveedor: un retiro de ese proveedor no lo puede encontrar.',
    'This row was imported before and says something else now, but its lot was used or counted since. Correct that lot on its own page, or leave this row out.':
      'Esta fila ya se importó antes y ahora dice otra cosa, pero su lote se usó o se contó después. Corrija ese lote en su propia página, o deje fuera esta fila.',
    '{name} is a product of yours: import it as a batch.': '{name} es un producto propio: impórtelo como tanda.',
    'How much {name} is missing.': 'Falta la cantidad de {name}.',
    '{name}: {text} is taken as {unit}.': '{name}: {text} se toma como {unit}.',
    'The cost “{text}” cannot be read and is left out.': 'El costo “{text}” no se puede leer y se deja fuera.',
    '{number} is in the record, as a void batch.': '{number} está en el registro, como tanda anulada.',
    '{number} is in the record already.': '{number} ya está en el registro.',
    '{number} is another batch in the record, and a number is never used twice. Correct the number.':
      '{number} es otra tanda en el registro, y un número nunca se usa dos veces. Corrija el número.',
    '{number} was issued before, and a number is never used twice. Correct the number.':
      '{number} ya se dio antes, y un número nunca se usa dos veces. Corrija el número.',
    '{number} is another batch in this file. Correct one of the numbers.':
      '{number} es otra tanda en este archivo. Corrija uno de los números.',
    '{name} is an ingredient here. Name the product otherwise.':
      '{name} es un ingrediente aquí. Dé otro nombre al producto.',
    '“{number}” has no letter or digit. Type the batch’s number.':
      '“{number}” no tiene letras ni cifras. Escriba el número de la tanda.',
    'The product is missing.': 'Falta el producto.',
    'The product’s name has more than 80 characters. Shorten it.':
      'El nombre del producto tiene más de 80 caracteres. Acórtelo.',
    'Row {row} says {product} for the same batch number. Correct one of them.':
      'La fila {row} dice {product} para el mismo número de tanda. Corrija una de las dos.',
    'The day it was made is missing.': 'Falta el día en que se preparó.',
    '{day} is still to come. Correct the day it was made.':
      '{day} todavía no ha llegado. Corrija el día en que se preparó.',
    'It is past its date, {day}, before it was made. Correct one of the days.':
      'Su fecha, {day}, pasa antes de que se preparara. Corrija uno de los días.',
    '{head}: “{text}” is no whole number of units up to 100,000.':
      '{head}: “{text}” no es un número entero de unidades hasta 100,000.',
    'How many were made is missing. Type a whole number; 0 where it failed.':
      'Falta cuántas se prepararon. Escriba un número entero; 0 si falló.',
    '{made} were made, so {lost} cannot be discarded or set aside. Correct one of them.':
      'Se prepararon {made}, así que no se pueden desechar o apartar {lost}. Corrija uno de los números.',
    '“{text}” are not {made} unit numbers. Type for example 001-024, or leave it empty.':
      '“{text}” no son {made} números de unidad. Escriba por ejemplo 001-024, o déjelo vacío.',
    '{name} is no pack of {product}. Add it on the product’s page, or import the products first.':
      '{name} no es un envase de {product}. Agréguelo en la página del producto, o importe primero los productos.',
    'This batch was imported before and says something else now, but some of it was sent or used since. Correct it on its own page, or leave this row out.':
      'Esta tanda ya se importó antes y ahora dice otra cosa, pero una parte se envió o se usó después. Corríjala en su propia página, o deje fuera esta fila.',
    'Its recipe keeps the first 60 of {all} ingredients; the batch keeps all.':
      'Su receta guarda los primeros 60 de {all} ingredientes; la tanda los guarda todos.',
    'New product: {name}, code {code}, with this batch as its recipe.':
      'Producto nuevo: {name}, código {code}, con esta tanda como receta.',
    'It has no number: it gets the next one of your format.':
      'No tiene número: recibe el siguiente del formato elegido.',
    'A batch cannot be made of its own product without saying of which batch.':
      'Una tanda no se puede hacer de su propio producto sin decir de qué tanda.',
    'No batch {number} is known here. Import it first, or name the ingredient.':
      'Aquí no se conoce ninguna tanda {number}. Impórtela primero, o nombre el ingrediente.',
    'Only {there} of {name} were there on {day}. Correct the quantity, or name the batch.':
      'El {day} solo había {there} de {name}. Corrija la cantidad, o nombre la tanda.',
    '“{serials}” are not {quantity}. Type for example 001-024.':
      '“{serials}” no son {quantity}. Escriba por ejemplo 001-024.',
    'Say of which batch of {name} these unit numbers are.': 'Diga de qué tanda de {name} son estos números de unidad.',
    '{name}: it is taken from an opening stock.': '{name}: se toma de las existencias iniciales.',
    '{name}: its lot is not recorded; it can be named later.':
      '{name}: su lote no está registrado; se puede nombrar después.',
    'It was past its date, {day}.': 'Ya había pasado su fecha, {day}.',
    'Its lots are assumed: the earliest expiry first.': 'Sus lotes se suponen: primero el que vence antes.',
    'Its lot is assumed: the earliest expiry first.': 'Su lote se supone: primero el que vence antes.',
    'Several lots are so: the earliest expiry first is taken.': 'Hay varios lotes así: se toma el que vence antes.',
    '{quantity} more than was recorded: a count of {day} settles it.':
      '{quantity} más de lo registrado: un conteo del {day} lo arregla.',
    'No such lot is known ({what}).': 'No se conoce ningún lote así ({what}).',
    'with the code {bag}': 'con el código {bag}',
    'of batch {number}': 'de la tanda {number}',
    'from {supplier}': 'de {supplier}',
    'of {day}': 'del {day}',
    'with lot {lot}': 'con el lote {lot}',

    // Sales, returns and counts of an import.
    'The order is “{status}”: nothing was sent.': 'El pedido está “{status}”: no se envió nada.',
    'No units were sent.': 'No se envió ninguna unidad.',
    '{day} is more than a month ahead. Correct the day.': '{day} está a más de un mes. Corrija el día.',
    'Where it went is missing. Type the place, or choose one for all rows above.':
      'Falta a dónde fue. Escriba el destino, o elija arriba uno para todas las filas.',
    'The place has more than 80 characters. Shorten it.': 'El destino tiene más de 80 caracteres. Acórtelo.',
    '“{place}” is new, and much like {known}.': '“{place}” es nuevo y se parece mucho a {known}.',
    '“{text}” is taken for a sale.': '“{text}” se toma por una venta.',
    'How many units is missing.': 'Falta cuántas unidades.',
    '{text} units: what came back is imported as “What came back”.':
      '{text} unidades: lo devuelto se importa como “Lo que volvió”.',
    '“{text}” is no whole number of units.': '“{text}” no es un número entero de unidades.',
    '“{name}” is none of your products. Say above which one it is.':
      '“{name}” no es ninguno de los productos. Diga arriba cuál es.',
    '{number} is no batch of {name}. Correct one of the two.':
      '{number} no es una tanda de {name}. Corrija uno de los dos.',
    'The total “{total}” cannot be read and is left out.': 'El total “{total}” no se puede leer y se deja fuera.',
    'On {day} only {there} of {name} were there, {missing} fewer. Import the batches before that day first, or correct the units.':
      'El {day} solo había {there} de {name}, {missing} menos. Importe primero las tandas anteriores a ese día, o corrija las unidades.',
    'Only {there} of that batch are left, {missing} fewer. Correct the batch or the units.':
      'De esa tanda solo quedan {there}, {missing} menos. Corrija la tanda o las unidades.',
    'Its batches are assumed, the oldest first: {count} of them.':
      'Sus tandas se suponen, la más antigua primero: son {count}.',
    'Its batch is assumed: the oldest first.': 'Su tanda se supone: la más antigua primero.',
    '“{serials}” are not {units} unit numbers. Type for example 001-024.':
      '“{serials}” no son {units} números de unidad. Escriba por ejemplo 001-024.',
    'Not all of {serials} were there: some left before. Correct the numbers.':
      'No todas las {serials} estaban: algunas salieron antes. Corrija los números.',
    'No batch {number} is known here. Import its batch first, or correct the number.':
      'Aquí no se conoce ninguna tanda {number}. Importe primero su tanda, o corrija el número.',
    'From where it came back is missing.': 'Falta de dónde volvió.',
    'Nothing was ever sent to {place}. Import what was sent first, or correct the place.':
      'Nunca se envió nada a {place}. Importe primero lo que se envió, o corrija el destino.',
    'The day it came back is missing.': 'Falta el día en que volvió.',
    'Cash taken: “{text}” is no amount of money. Type for example 124.50.':
      'Dinero cobrado: “{text}” no es una cantidad de dinero. Escriba por ejemplo 124.50.',
    'Nothing came back by this row. Type how many, or leave it out.':
      'Según esta fila no volvió nada. Escriba cuántas, o déjela fuera.',
    'It was imported before and says something else now. Take that return back on the page of its shipment, or leave this row out.':
      'Ya se importó antes y ahora dice otra cosa. Deshaga esa devolución en la página de su envío, o deje fuera esta fila.',
    'The batch number is missing.': 'Falta el número de tanda.',
    '“{units}” is no whole number of units.': '“{units}” no es un número entero de unidades.',
    'Batch {number} has several packs. Say which one came back.':
      'La tanda {number} tiene varios envases. Diga cuál volvió.',
    '{pack} is no pack of batch {number}. Correct it, or leave it empty for the main pack.':
      '{pack} no es un envase de la tanda {number}. Corríjalo, o déjelo vacío para el envase principal.',
    '“{word}” is taken for: on hand again.': '“{word}” se toma por: otra vez en existencia.',
    'Nothing was sent to {place} on {day}. Import what was sent first, or correct the day.':
      'No se envió nada a {place} el {day}. Importe primero lo que se envió, o corrija el día.',
    'Only 1 of {number} was out at {place}, so {units} cannot have come back. Import what was sent first, or correct the units.':
      'Solo 1 de {number} estaba en {place}, así que no pudieron volver {units}. Importe primero lo que se envió, o corrija las unidades.',
    'Only {some} of {number} were out at {place}, so {units} cannot have come back. Import what was sent first, or correct the units.':
      'Solo {some} de {number} estaban en {place}, así que no pudieron volver {units}. Importe primero lo que se envió, o corrija las unidades.',
    'Of {number}, nothing was out at {place}. Correct the unit numbers, or leave them empty.':
      'De {number} no había nada en {place}. Corrija los números de unidad, o déjelos vacíos.',
    'Of {number}, only {serials} was out at {place}. Correct the unit numbers, or leave them empty.':
      'De {number} solo {serials} estaba en {place}. Corrija los números de unidad, o déjelos vacíos.',
    'It was imported before and says something else now. Count that lot on its own page, or leave this row out.':
      'Ya se importó antes y ahora dice otra cosa. Cuente ese lote en su propia página, o deje fuera esta fila.',
    'What happened: “{word}” is none of discarded, set aside, found and missing.':
      'Qué pasó: “{word}” no es ninguna de estas palabras: discarded, set aside, found o missing.',
    'Say which batch by its number, or which bag by its code.':
      'Diga qué tanda por su número, o qué bolsa por su código.',
    'No bag {bag} is known here. Import its purchase first.':
      'Aquí no se conoce ninguna bolsa {bag}. Importe primero su compra.',
    'Batch {number} has no such pack. Correct the pack.': 'La tanda {number} no tiene ese envase. Corrija el envase.',
    'Of a bag, say how much was found or missing.': 'De una bolsa, diga cuánto se encontró o cuánto falta.',
    '“{units}” is no number of units.': '“{units}” no es un número de unidades.',
    'Say which units turned up, by their numbers.': 'Diga qué unidades aparecieron, por sus números.',
    'Only {count} of that batch were there.': 'De esa tanda solo había {count}.',
    'Some of {serials} were not missing. Correct the numbers.':
      'Algunas de {serials} no faltaban. Corrija los números.',
    'There was less than that left. Correct the quantity.': 'Quedaba menos que eso. Corrija la cantidad.',

    // Words that an import writes into the record, and the tables and columns it knows.
    'not said in the spreadsheet': 'no se dice en la hoja de cálculo',
    'opening stock of an import': 'existencias iniciales de una importación',
    'used before it was put on hold, by the spreadsheet':
      'usado antes de ponerse en retención, según la hoja de cálculo',
    'said otherwise by a newer state of the file': 'dicho de otro modo por una versión más nueva del archivo',
    'month first': 'mes primero',
    'day first': 'día primero',
    Suppliers: 'Proveedores',
    Places: 'Destinos',
    Ingredients: 'Ingredientes',
    'Products and recipes': 'Productos y recetas',
    Purchases: 'Compras',
    'Batches and what went in': 'Tandas y lo que llevaron',
    'Sales and deliveries': 'Ventas y entregas',
    'What came back': 'Lo que volvió',
    'Counts and discards': 'Conteos y desechos',
    Contact: 'Contacto',
    Phone: 'Teléfono',
    'E-mail': 'Correo electrónico',
    Address: 'Dirección',
    Note: 'Nota',
    Unit: 'Unidad',
    'Bag code': 'Código de la bolsa',
    'Units are': 'Las unidades son',
    'On hold because': 'En retención porque',
    'Entry in the record': 'Entrada en el registro',
    'Kind of place': 'Tipo de destino',
    'Low below': 'Poco por debajo de',
    Conversions: 'Conversiones',
    Code: 'Código',
    'Sale unit': 'Unidad de venta',
    'One batch makes': 'Una tanda rinde',
    'Keeps days': 'Días que dura',
    'Net contents': 'Contenido neto',
    Price: 'Precio',
    'Further pack': 'Otro envase',
    Quantity: 'Cantidad',
    'No longer made': 'Ya no se prepara',
    'Bought on': 'Comprado el',
    'Supplier’s lot': 'Lote del proveedor',
    'Best by': 'Mejor antes del',
    Cost: 'Costo',
    'Opening stock': 'Existencias iniciales',
    'Batch number': 'Número de tanda',
    'Made on': 'Preparado el',
    Made: 'Preparado',
    'Why discarded': 'Por qué se desechó',
    'Made by': 'Preparó',
    'Quantity used': 'Cantidad usada',
    'Own batch used': 'Tanda propia usada',
    'Unit numbers used': 'Números de unidad usados',
    'Lot is': 'El lote es',
    'Unit numbers': 'Números de unidad',
    'Sent on': 'Enviado el',
    Units: 'Unidades',
    'Price each': 'Precio por unidad',
    Total: 'Total',
    'Order or slip': 'Pedido o nota',
    Purpose: 'Propósito',
    'Order status': 'Estado del pedido',
    Shipment: 'Envío',
    'Came back on': 'Volvió el',
    'Came back': 'Volvió',
    Then: 'Después',
    Why: 'Por qué',
    'Cash taken': 'Efectivo recibido',
    'Market day': 'Día de mercado',
    'Of shipment': 'Del envío',
    Return: 'Devolución',
    Day: 'Día',
    'What happened': 'Qué pasó',
    'Of what': 'De qué',
  },
  nouns: {
    batch: ['tanda', 'tandas'],
    'ingredient lot': ['lote de ingrediente', 'lotes de ingredientes'],
    supplier: ['proveedor', 'proveedores'],
    place: ['destino', 'destinos'],
    person: ['persona', 'personas'],
    equipment: ['equipo', 'equipos'],
    product: ['producto', 'productos'],
    ingredient: ['ingrediente', 'ingredientes'],
    'unknown lot': ['lote desconocido', 'lotes desconocidos'],
  },
}

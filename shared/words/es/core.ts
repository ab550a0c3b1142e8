import type { Catalogue } from '../say.ts'

/** What the core answers: refusals, sentences of the history, reasons, rows of the finder. */
export const core: Catalogue = {
  texts: {
    'Traceberry has no such operation.': 'Traceberry no tiene esa operación.',
    'Something went wrong in Traceberry itself; nothing was changed. Try again, and if it stays, send the log with reference {ref}.':
      'Algo falló en Traceberry mismo; no se cambió nada. Intente de nuevo y, si continúa, envíe el archivo de registro con la referencia {ref}.',
    'A piece of this file was lost on its way, so none of it was saved. Save it again.':
      'Una parte de este archivo se perdió en el camino, así que no se guardó nada de él. Guárdelo de nuevo.',
    'This file is not being written any more, and nothing of it was saved. Save it again.':
      'Este archivo ya no se está escribiendo y no se guardó nada de él. Guárdelo de nuevo.',
    'This field is not part of the operation.': 'Este campo no es parte de la operación.',
    'The input must be a JSON object.': 'La entrada debe ser un objeto JSON.',
    'Another program is using the record. Nothing was saved. Close the other program and save again.':
      'Otro programa está usando el registro. No se guardó nada. Cierre el otro programa y guarde de nuevo.',
    'The disk is full, so nothing was saved. What you typed is still here: free some space and save again.':
      'El disco está lleno, así que no se guardó nada. Lo que escribió sigue aquí: libere espacio y guarde de nuevo.',
    'The disk did not answer, so nothing was saved. What you typed is still here: check the disk or its cable and save again.':
      'El disco no respondió, así que no se guardó nada. Lo que escribió sigue aquí: revise el disco o su cable y guarde de nuevo.',
    'The data folder cannot be written to, so nothing was saved. Allow writing to it and save again.':
      'No se puede escribir en la carpeta de datos, así que no se guardó nada. Permita escribir en ella y guarde de nuevo.',
    'The record could not be read or written reliably. Nothing more is saved to it. Start Traceberry again; if this comes back, restore the last backup under Data and backup.':
      'El registro no se pudo leer o escribir de forma confiable. Ya no se guarda nada en él. Inicie Traceberry de nuevo; si esto vuelve, restaure la última copia de seguridad en Datos y copias de seguridad.',
    'The record, {recordFile}, is missing from the data folder, though lot numbers were issued here. Put it back, or restore the newest backup below. To begin anew, move the whole data folder away first.':
      'El registro, {recordFile}, falta en la carpeta de datos, aunque aquí se dieron números de lote. Devuélvalo a su lugar, o restaure abajo la copia de seguridad más reciente. Para empezar de cero, mueva antes toda la carpeta de datos a otro lugar.',
    'The data folder {folder} cannot be made here. Check the disk and the name, or start with another folder (--data FOLDER).':
      'No se puede crear aquí la carpeta de datos {folder}. Revise el disco y el nombre, o inicie con otra carpeta (--data FOLDER).',
    'There are {count} batches that differ from what was started.':
      'Hay {count} tandas que difieren de lo que se empezó.',
    'There are {count} photos that differ from what was kept.': 'Hay {count} fotos que difieren de lo que se guardó.',
    'The history was changed outside Traceberry at entry {brokenAt}; what comes after it cannot be trusted.':
      'El historial se cambió fuera de Traceberry en la entrada {brokenAt}; no se puede confiar en lo que viene después.',
    'The database file is damaged: {integrity}.': 'El archivo de la base de datos está dañado: {integrity}.',
    '{n} rows refer to something that is not there.': '{n} filas se refieren a algo que no está.',
    'There are {count} {sentence}.': 'Hay {count} {sentence}.',
    'The data folder {dataDir} cannot be read or written. Nothing is lost. Check that the disk is there and that you may write to it, then try again.':
      'No se puede leer o escribir en la carpeta de datos {dataDir}. No se ha perdido nada. Revise que el disco esté conectado y que se permita escribir en él; luego intente de nuevo.',
    'The disk is full, so the record cannot be opened safely. Nothing is lost. Free some space, then try again.':
      'El disco está lleno, así que el registro no se puede abrir con seguridad. No se ha perdido nada. Libere espacio; luego intente de nuevo.',
    'The record could not be opened and was left as it is ({detail}). Try again, or restore the newest backup below; the present file is kept aside.':
      'El registro no se pudo abrir y quedó como está ({detail}). Intente de nuevo, o restaure abajo la copia de seguridad más reciente; el archivo actual se guarda aparte.',
    'process {pid} on {computer}, since {since}': 'el proceso {pid} en {computer}, desde {since}',
    'another process': 'otro proceso',
    'Traceberry already has this record open: {holder}. Close it first, or start with another folder (--data FOLDER). The folder is {dataDir}.':
      'Traceberry ya tiene este registro abierto: {holder}. Ciérrelo primero, o inicie con otra carpeta (--data FOLDER). La carpeta es {dataDir}.',
    'This file is not a Traceberry record. Nothing was changed. Choose another backup.':
      'Este archivo no es un registro de Traceberry. No se cambió nada. Elija otra copia de seguridad.',
    'This backup was made by a newer Traceberry. Nothing was changed. Install the newer version first.':
      'Esta copia de seguridad la hizo un Traceberry más nuevo. No se cambió nada. Instale primero la versión más nueva.',
    'The tables of this file are not those of a Traceberry record. Nothing was changed. Choose another backup.':
      'Las tablas de este archivo no son las de un registro de Traceberry. No se cambió nada. Elija otra copia de seguridad.',
    'A trace of {lotNumber} leads to lots that are not there.': 'Un rastreo de {lotNumber} lleva a lotes que no están.',
    'This copy is damaged and was not used: {what} Choose another backup.':
      'Esta copia está dañada y no se usó: {what} Elija otra copia de seguridad.',
    'This record was written by a newer Traceberry (its schema is {from}, this one knows {latest}). Nothing was changed. Install the newer version, or restore an older backup.':
      'Este registro lo escribió un Traceberry más nuevo (su esquema es {from}, este conoce {latest}). No se cambió nada. Instale la versión más nueva, o restaure una copia de seguridad anterior.',
    'The file in the data folder is a database of another program. Nothing was changed. Start with another data folder.':
      'El archivo de la carpeta de datos es una base de datos de otro programa. No se cambió nada. Inicie con otra carpeta de datos.',
    'taken back: {what}': 'deshecho: {what}',
    '{done} into {bin}': '{done} en {bin}',
    'a bin': 'un recipiente a granel',
    '{done} in from {supplier}': '{done} desde {supplier}',
    'a bag': 'una bolsa',
    '{done} in {batch}': '{done} en {batch}',
    '{done} to {place}': '{done} a {place}',
    'put on hold': 'puesto en retención',
    '{fact} corrected from {old} to {corrected}': '{fact} corregido de {old} a {corrected}',
    'on hand, back from {place}': 'en existencia, de vuelta de {place}',
    'used in {lotNumber}': 'usado en {lotNumber}',
    'The disk failed for a moment. The record was opened again and is whole. Look whether what you saved is there, and save again if not.':
      'El disco falló por un momento. El registro se abrió de nuevo y está completo. Vea si lo que guardó está ahí, y si no, guárdelo de nuevo.',
    'Traceberry is closing. Start it again.': 'Traceberry se está cerrando. Inícielo de nuevo.',
    'The record’s file was deleted, moved or replaced while Traceberry had it open, so nothing more is written: what was recorded until then was saved as a backup, which is the newest below. Find out what did it, a clean-up or a sync program perhaps, then restore that backup.':
      'El archivo del registro se borró, se movió o se reemplazó mientras Traceberry lo tenía abierto, así que ya no se escribe nada: lo que se registró hasta entonces se guardó como copia de seguridad, que es la más reciente abajo. Averigüe qué lo hizo, quizás un programa de limpieza o de sincronización, y luego restaure esa copia.',
    'The record’s file was deleted, moved or replaced while Traceberry had it open, so nothing more is written: what was recorded could not be saved once more. Find out what did it, a clean-up or a sync program perhaps, then restore that backup.':
      'El archivo del registro se borró, se movió o se reemplazó mientras Traceberry lo tenía abierto, así que ya no se escribe nada: lo que se registró no se pudo guardar una vez más. Averigüe qué lo hizo, quizás un programa de limpieza o de sincronización, y luego restaure esa copia.',
    'The record is damaged, so nothing more is written to it: {wrong} The file stays as it is. Restore the newest backup below.':
      'El registro está dañado, así que ya no se escribe nada en él: {wrong} El archivo queda como está. Restaure abajo la copia de seguridad más reciente.',
    'The record cannot be read to its end ({detail}).': 'El registro no se puede leer hasta el final ({detail}).',
    'it cannot be read to its end ({detail}).': 'no se puede leer hasta el final ({detail}).',
    'This request id was already used for something else. Send the command again with a new one.':
      'Este identificador de solicitud ya se usó para otra cosa. Envíe la orden otra vez con uno nuevo.',
    'Where backups go as well': 'Dónde van también las copias de seguridad',
    'Backups beside the record would be lost with it. Choose another folder, best on a stick.':
      'Las copias de seguridad junto al registro se perderían con él. Elija otra carpeta, mejor en una memoria USB.',
    'One folder must stay. Add another one first.': 'Debe quedar una carpeta. Agregue primero otra.',
    'No backups are made in {folder}.': 'No se hacen copias de seguridad en {folder}.',
    'Where to look for backups': 'Dónde buscar copias de seguridad',
    'Where to put the file for the other computer': 'Dónde poner el archivo para la otra computadora',
    'The record is open and whole. Make a backup instead.':
      'El registro está abierto y completo. Haga mejor una copia de seguridad.',
    'The record lies in a folder that {service} copies: its copies of an open record can be damaged, and two computers can overwrite each other. Keep the record on this computer and let {service} have the backup folder.':
      'El registro está en una carpeta que {service} copia: sus copias de un registro abierto pueden dañarse, y dos computadoras pueden sobrescribirse entre sí. Deje el registro en esta computadora y dé a {service} la carpeta de copias de seguridad.',
    'The record lies on a shared drive: when the network fails while you save, the record can be damaged. Keep it on this computer and put backups on the drive.':
      'El registro está en una unidad compartida: si la red falla mientras guarda, el registro puede dañarse. Déjelo en esta computadora y ponga las copias de seguridad en la unidad.',
    'This code is not a supplier’s product code. Type what the bag says.':
      'Este código no es el código de producto de un proveedor. Escriba lo que dice la bolsa.',
    '{lotNumber} is void, so there is nothing to correct. Record the batch again.':
      '{lotNumber} está anulada, así que no hay nada que corregir. Registre la tanda de nuevo.',
    'it is void': 'está anulada',
    'Nothing is changed. Change a field, or go back.': 'No se ha cambiado nada. Cambie un campo, o regrese.',
    'The best-by date is before the day it was made. Correct one of the two.':
      'La fecha de “mejor antes del” es anterior al día en que se preparó. Corrija una de las dos.',
    'The lot of this ingredient was named in the meantime. Nothing more is needed.':
      'El lote de este ingrediente se indicó mientras tanto. No hace falta nada más.',
    'This person is not in the record. Choose again, or add them under More.':
      'Esta persona no está en el registro. Elija de nuevo, o agréguela en Más.',
    'This equipment is not in the record. Choose again, or add it under More.':
      'Este equipo no está en el registro. Elija de nuevo, o agréguelo en Más.',
    'Which of the day': 'Cuál del día',
    'Put in besides the recipe': 'Agregado además de la receta',
    '{item} from': '{item} de',
    '{item}, lot': '{item}, lote',
    '{item} for each {unit}': '{item} por cada {unit}',
    'From start to saving': 'Desde el comienzo hasta guardar',
    'Made of what the recipe expects': 'Hecho de lo que espera la receta',
    'The recipe does not take this ingredient. Choose another one.': 'La receta no lleva este ingrediente. Elija otro.',
    'This ingredient': 'Este ingrediente',
    'That is more than a hundred times the recipe. Check the number and the unit.':
      'Es más de cien veces la receta. Revise el número y la unidad.',
    'This batch': 'Esta tanda',
    'This is not a further pack of {product}, or it is there twice.':
      'Este no es otro envase de {product}, o está ahí dos veces.',
    '{lotNumber} was started as {product}. Finish it as that.':
      '{lotNumber} se empezó como {product}. Termínela como tal.',
    'The number {lotNumber} was issued when the batch was started. Leave this empty.':
      'El número {lotNumber} se dio cuando se empezó la tanda. Deje esto vacío.',
    'That day is still to come. Type the day the batch was made.':
      'Ese día aún no llega. Escriba el día en que se preparó la tanda.',
    'Only {made} were made, so {n} cannot be discarded or set aside. Correct one of the numbers.':
      'Solo se hicieron {made}, así que {n} no se pueden desechar o apartar. Corrija uno de los números.',
    'Choose why they were discarded.': 'Elija por qué se desecharon.',
    '{number} is longer than 20 characters. Type a shorter lot number, or shorten the product’s code.':
      '{number} tiene más de 20 caracteres. Escriba un número de lote más corto, o acorte el código del producto.',
    'Lot number {typed} was issued before and is never used twice. The next free one is {next}.':
      'El número de lote {typed} ya se dio antes y nunca se usa dos veces. El siguiente libre es {next}.',
    'Lot number {typed} could be read as a jar of {like}, or the other way round. The next free one is {free}.':
      'El número de lote {typed} podría leerse como un frasco de {like}, o al revés. El siguiente libre es {free}.',
    'This ingredient is not in the record. Choose it again.':
      'Este ingrediente no está en el registro. Elíjalo de nuevo.',
    'This is not a lot of {item}. Choose one from the list.': 'Este no es un lote de {item}. Elija uno de la lista.',
    '{item} from {lot} was taken back with its shopping trip. Choose another lot.':
      '{item} de {lot} se deshizo con su compra. Elija otro lote.',
    'Row {n}: {item} from {lot} is {problem}. Choose another lot.':
      'Fila {n}: {item} de {lot}: {problem}. Elija otro lote.',
    'Row {n}: {item} from {lot} is {problem}. Choose another lot, or say why it may be used.':
      'Fila {n}: {item} de {lot}: {problem}. Elija otro lote, o diga por qué se puede usar.',
    '{item} from {lot} was {late}. Choose another lot.': '{item} de {lot}: {late}. Elija otro lote.',
    'Take whole {units} of {lotNumber}, not a part of one.':
      'Tome {units} enteros de {lotNumber}, no una parte de uno.',
    'Not all of {serials} of {lotNumber} are on hand. Correct the numbers.':
      'No todos los números {serials} de {lotNumber} están en existencia. Corrija los números.',
    'If there was more in it, say so on this row and it is counted up.':
      'Si había más, dígalo en esta fila y se suma al conteo.',
    '{item} from {lot} has nothing left: {short} short. Take less, or take the rest from another lot.':
      'De {item} de {lot} no queda nada: faltan {short}. Tome menos, o tome el resto de otro lote.',
    '{item} from {lot} has {there} left: {short} short. Take less, or take the rest from another lot.':
      'De {item} de {lot} quedan {there}: faltan {short}. Tome menos, o tome el resto de otro lote.',
    'the {units} that left as {purpose} on {day}': 'las {units} que salieron como {purpose} el {day}',
    'the shipment of {units} to {place} on {day}': 'el envío de {units} a {place} el {day}',
    'batch {number}': 'la tanda {number}',
    '{lotNumber} cannot be voided because of {blockers}. Void what comes after it first.':
      '{lotNumber} no se puede anular por {blockers}. Anule primero lo que viene después.',
    and: 'y',
    'This is not a pack of {lotNumber}. Choose one from the list.':
      'Este no es un envase de {lotNumber}. Elija uno de la lista.',
    'This pour': 'Este relleno',
    '{bin} was emptied since. Take that back first.': '{bin} se vació después. Deshaga eso primero.',
    '{bin} is empty already.': '{bin} ya está vacío.',
    'Something was poured in on {day}. Type that day or a later one.':
      'Algo se vertió el {day}. Escriba ese día o uno posterior.',
    'This bin is not marked emptied.': 'Este recipiente no está marcado como vaciado.',
    'That day is still to come. Type the day it happened.': 'Ese día aún no llega. Escriba el día en que ocurrió.',
    '{bin} was marked emptied on {day}. Type that day or a later one.':
      '{bin} se marcó como vaciado el {day}. Escriba ese día o uno posterior.',
    'This is what a bin holds. Pour from a bag; use it from either bin.':
      'Esto es lo que contiene un recipiente. Vierta de una bolsa; úselo de cualquiera de los dos recipientes.',
    '{item} from {lot} is {problem}. Choose another lot.': '{item} de {lot}: {problem}. Elija otro lote.',
    '{item} from {lot} is recorded as used up. Type how much there was.':
      '{item} de {lot} está registrado como agotado. Escriba cuánto había.',
    '{item} from {lot} has {quantity} left: {short} short. Pour less, or say that there was more in it and it is counted up.':
      'De {item} de {lot} quedan {quantity}: faltan {short}. Vierta menos, o diga que había más y se suma al conteo.',
    'Only {quantity} is left in {bin}, less than the {typed} poured in: some of it was used. Count the bin instead.':
      'Solo quedan {quantity} en {bin}, menos que {typed} que se vertieron: se usó una parte. Cuente mejor el recipiente.',
    '“{other}” is there already. Choose another name.': '“{other}” ya existe. Elija otro nombre.',
    'A bin holds one ingredient. Choose which.': 'Un recipiente contiene un solo ingrediente. Elija cuál.',
    'There is {item} in {bin}. Mark it emptied first.': 'Hay {item} en {bin}. Márquelo primero como vaciado.',
    'This bin': 'Este recipiente',
    'This is a plan of {product}. Choose it again from the list.':
      'Este es un plan de {product}. Elíjalo de nuevo en la lista.',
    'Type how many sheets of what: 1 or more.': 'Escriba cuántas hojas de qué: 1 o más.',
    'Print {MOSTATONCE} sheets at most at once.': 'Imprima a lo sumo {MOSTATONCE} hojas de una vez.',
    'This sheet is of {product}. Scan it again, and the right page opens.':
      'Esta hoja es de {product}. Escanéela de nuevo y se abre la página correcta.',
    'There is nothing in it to label.': 'No hay nada en él que etiquetar.',
    'This delivery': 'Esta entrega',
    '{name}: removed': '{name}: quitado',
    '{name}: {old}, removed': '{name}: {old}, quitado',
    '{name}: now {corrected}': '{name}: ahora {corrected}',
    '{name}: {old}, now {corrected}': '{name}: {old}, ahora {corrected}',
    'One of these batches is not in the record. Choose again.':
      'Una de estas tandas no está en el registro. Elija de nuevo.',
    'Written down': 'Anotado',
    'It is about {jar}': 'Se trata de {jar}',
    'A photo': 'Una foto',
    'A photo: {text}': 'Una foto: {text}',
    'Replied: {text}': 'Respondido: {text}',
    'Sent a replacement to {place}': 'Se envió un reemplazo a {place}',
    'Opened again: {text}': 'Abierto de nuevo: {text}',
    'Taken back: {text}': 'Deshecho: {text}',
    'Closed: {outcome}': 'Cerrado: {outcome}',
    'Thank you for telling us about it.': 'Gracias por avisarnos.',
    'Thank you for telling us about {jar}.': 'Gracias por avisarnos sobre {jar}.',
    'It is from our batch of {product} made on {day}. I have looked up everything that went into it and where the others went.':
      'Es de nuestra tanda de {product} preparada el {day}. He revisado todo lo que contiene y adónde fueron los demás.',
    'Could you send me a photo of the label, and tell me where and when you bought it? Then I can look up everything that went into it.':
      '¿Podría enviarme una foto de la etiqueta y decirme dónde y cuándo lo compró? Así puedo revisar todo lo que contiene.',
    'Please keep the jar closed and do not eat any more of it until you hear from me. I will replace it or give you your money back, as you like.':
      'Por favor, mantenga el frasco cerrado y no coma más de él hasta que le escriba. Lo reemplazaré o le devolveré el dinero, como prefiera.',
    'This complaint is open already.': 'Esta queja ya está abierta.',
    'This complaint': 'Esta queja',
    '{lotNumber} has no unit {serial}, {unit}: it made {made}.':
      '{lotNumber} no tiene la unidad {serial}, {unit}: se hicieron {made}.',
    '{units} left as {purpose} on {day}': '{units} salieron como {purpose} el {day}',
    '{units} went to {place} on {day}': '{units} fueron a {place} el {day}',
    '{lotNumber} was made with it on {day}': '{lotNumber} se preparó con ella el {day}',
    '{lotNumber} cannot have been made on {day}: {blockers}. Choose an earlier day, or correct those first.':
      '{lotNumber} no puede haberse preparado el {day}: {blockers}. Elija un día anterior, o corrija eso primero.',
    '{lotNumber} cannot have been made on {day}: {item} from {lot} was not there before {since}. Choose a later day, or correct that lot.':
      '{lotNumber} no puede haberse preparado el {day}: {item} de {lot} no estaba antes del {since}. Elija un día posterior, o corrija ese lote.',
    'This lot was not made by {lotNumber}.': 'Este lote no lo hizo {lotNumber}.',
    '{lotNumber} cannot have made {made}: {blockers}. Take that back first, or correct the number.':
      'De {lotNumber} no pueden haber salido {made}: {blockers}. Deshaga eso primero, o corrija el número.',
    '{lotNumber} cannot have made {made}, with {n} discarded or set aside: {blockers}. Take that back first, or correct the number.':
      'De {lotNumber} no pueden haber salido {made}, con {n} desechados o apartados: {blockers}. Deshaga eso primero, o corrija el número.',
    'Fewer than are gone.': 'Menos de los que ya no están.',
    '{units} went to {place}': '{units} fueron a {place}',
    '{units} were missing at a count': '{units} faltaban en un conteo',
    '{units} were missing at a count on {day}': '{units} faltaban en un conteo el {day}',
    '{units} were {where}': '{units}: {where}',
    '{units} were {where} on {day}': '{units}: {where}, el {day}',
    'This batch was corrected in the meantime. Open the correction again to see it as it is now.':
      'Esta tanda se corrigió mientras tanto. Abra la corrección de nuevo para verla como está ahora.',
    'The rest went into {batches}.': 'El resto fue a {batches}.',
    '{lotNumber} cannot be made with itself. Choose another lot.':
      '{lotNumber} no puede prepararse consigo misma. Elija otro lote.',
    '{lotNumber} cannot be made with {other}, which was itself made with it: {way}. Choose another lot.':
      '{lotNumber} no puede prepararse con {other}, que a su vez se preparó con ella: {way}. Elija otro lote.',
    'made with': 'preparado con',
    'This person': 'Esta persona',
    'This equipment': 'Este equipo',
    'That day is still to come. Type the day it was done.': 'Ese día aún no llega. Escriba el día en que se hizo.',
    'This equipment is not in the record. Choose again.': 'Este equipo no está en el registro. Elija de nuevo.',
    'This person is not in the record. Choose again.': 'Esta persona no está en el registro. Elija de nuevo.',
    '“{name}” is there already. Change that one, or choose another name.':
      '“{name}” ya existe. Cambie ese, o elija otro nombre.',
    '{names} by {equipment}: {before} was made with it before, and no cleaning is written down between.':
      '{names} por {equipment}: antes se preparó con él {before}, y no hay ninguna limpieza anotada entre ambas.',
    '{names} by {equipment}: {before} was made with it before, and no cleaning of it was ever written down.':
      '{names} por {equipment}: antes se preparó con él {before}, y nunca se anotó una limpieza.',
    'That day is still to come. Type the day the bag came in.':
      'Ese día aún no llega. Escriba el día en que llegó la bolsa.',
    'Only an ingredient comes in a delivery. Choose a batch of this product.':
      'Solo un ingrediente llega en una entrega. Elija una tanda de este producto.',
    'Inspector mode is left with the PIN of somebody who works here. Choose who you are and type yours, or ask to leave without one.':
      'Para salir del modo de inspector hace falta el PIN de alguien que trabaja aquí. Elija quién es y escriba el suyo, o pida salir sin PIN.',
    'The wait is not over. Inspector mode can be left without a PIN when it is.':
      'La espera no ha terminado. Cuando termine, se puede salir del modo de inspector sin PIN.',
    'An inspector is looking at the record, so nothing can be changed. Leave inspector mode first.':
      'Un inspector está viendo el registro, así que no se puede cambiar nada. Salga primero del modo de inspector.',
    'Inspector mode was left already. Go on working.': 'Ya se salió del modo de inspector. Puede seguir trabajando.',
    'This supplier': 'Este proveedor',
    'This place': 'Este destino',
    'This draft': 'Este borrador',
    'This is less than where the range begins. Type the same or more.':
      'Es menos que el comienzo del intervalo. Escriba lo mismo o más.',
    '{place} has no contact.': '{place} no tiene contacto.',
    'The contact of {place} was not found to be right.': 'El contacto de {place} no resultó correcto.',
    'Write down whom to call there.': 'Anote a quién llamar allí.',
    'a record is missing.': 'falta un dato.',
    'Fill in the record that is missing, and it is told apart the next time.':
      'Complete el dato que falta, y la próxima vez se distinguirá.',
    '{label}: {counted} counted, {expected} by the record.':
      '{label}: se contaron {counted}, {expected} según el registro.',
    'Look for what left or broke without being written down; then count the stock.':
      'Busque lo que salió o se rompió sin anotarse; luego cuente las existencias.',
    '{label}: its balance is {percent} %.': '{label}: su balance es {percent} %.',
    'Compare the uses with the recipe; something was used or lost without being written down.':
      'Compare los usos con la receta; algo se usó o se perdió sin anotarse.',
    'There is no lot to draw yet. Record a batch first; a drill needs something to look for.':
      'Todavía no hay ningún lote que sortear. Registre primero una tanda; un simulacro necesita algo que buscar.',
    'This lot is not in the drill.': 'Este lote no está en el simulacro.',
    'Count every lot; type 0 where none is left.': 'Cuente cada lote; escriba 0 donde no quede nada.',
    'This place is not in the drill.': 'Este destino no está en el simulacro.',
    '{place} has no contact in the record: it cannot be right.':
      '{place} no tiene contacto en el registro: no puede ser correcto.',
    'This drill': 'Este simulacro',
    'This drill is signed off: it stays as it is.': 'Este simulacro está firmado: queda como está.',
    'This step of the drill is done already.': 'Este paso del simulacro ya está hecho.',
    'Find the scope first: the other steps are about what it finds.':
      'Busque primero el alcance: los demás pasos tratan de lo que encuentra.',
    'Count the units and check the contacts before signing.':
      'Cuente las unidades y revise los contactos antes de firmar.',
    '{item} is kept in {unit}, so say what {quantity} of it is in {unit}.':
      '{item} se lleva en {unit}, así que diga cuánto es {quantity} en {unit}.',
    'This conversion': 'Esta conversión',
    'Both sides are weights. Say what one of something else is, for example 1 cup.':
      'Los dos lados son pesos. Diga cuánto es uno de otra cosa, por ejemplo 1 cup.',
    'Both sides are volumes. Say what one of something else is, for example 1 cup.':
      'Los dos lados son volúmenes. Diga cuánto es uno de otra cosa, por ejemplo 1 cup.',
    'Both sides are numbers of {unit}. Say what one of something else is, for example 1 cup.':
      'Los dos lados son números de {unit}. Diga cuánto es uno de otra cosa, por ejemplo 1 cup.',
    'This supplier is not in the record. Choose one from the list.':
      'Este proveedor no está en el registro. Elija uno de la lista.',
    '{item} is made here: what is in it follows from its recipe.':
      '{item} se prepara aquí: lo que contiene sale de su receta.',
    'No browser that can make a PDF was found. Save the report as HTML, open it, and print it from there.':
      'No se encontró ningún navegador que pueda hacer un PDF. Guarde el informe como HTML, ábralo e imprímalo desde ahí.',
    '{message} The same report can be saved as HTML.': '{message} El mismo informe se puede guardar como HTML.',
    'almost what you typed ({note}): {detail}': 'casi lo que escribió ({note}): {detail}',
    'sent {day}': 'enviado el {day}',
    'taken back: sent {day}': 'deshecho: enviado el {day}',
    'Recorded batch {lotNumber}, {made} made': 'Se registró la tanda {lotNumber}: salieron {made}',
    'Corrected {lotNumber}': 'Se corrigió {lotNumber}',
    'Chose whether saving a batch queues its labels': 'Se eligió si guardar una tanda pone sus etiquetas en la cola',
    'Changed the plan of {product} for {day}': 'Se cambió el plan de {product} para el {day}',
    'Planned {product} for {day}': 'Se planeó {product} para el {day}',
    'Took the plan of {product} off the list': 'Se quitó de la lista el plan de {product}',
    'Put the plan of {product} back on the list': 'Se volvió a poner en la lista el plan de {product}',
    'Made a blank sheet to print': 'Se hizo una hoja en blanco para imprimir',
    'Made blank sheets to print': 'Se hicieron hojas en blanco para imprimir',
    'Started batch {lotNumber}': 'Se empezó la tanda {lotNumber}',
    'Stopped batch {lotNumber}': 'Se detuvo la tanda {lotNumber}',
    'Noted a reading of a batch: {name}': 'Se anotó una medición de una tanda: {name}',
    'Noted of a batch: {text}': 'Se anotó de una tanda: {text}',
    'Kept a photo of a batch': 'Se guardó una foto de una tanda',
    'Took back a reading, note or photo': 'Se deshizo una medición, nota o foto',
    'Saved the person {name}': 'Se guardó la persona {name}',
    'Saved the equipment {name}': 'Se guardó el equipo {name}',
    'Cleaned {equipment}: {method}': 'Se limpió {equipment}: {method}',
    'Calibrated {equipment}: {standard} showed {reading}': 'Se calibró {equipment}: {standard} dio {reading}',
    '{name} is at the laptop': '{name} está en la computadora',
    'Nobody in particular is at the laptop': 'Nadie en particular está en la computadora',
    'Set the PIN of {name}': 'Se puso el PIN de {name}',
    'Took away the PIN of {name}': 'Se quitó el PIN de {name}',
    'Took away the forgotten PIN of {name}': 'Se quitó el PIN olvidado de {name}',
    'Began inspector mode': 'Comenzó el modo de inspector',
    'Asked to leave inspector mode without a PIN': 'Se pidió salir del modo de inspector sin PIN',
    'Took back: {what}': 'Se deshizo: {what}',
    'Received {n, plural, one {# lot} other {# lots}} from {supplier}':
      '{n, plural, one {Se recibió # lote} other {Se recibieron # lotes}} de {supplier}',
    'Received {n, plural, one {# lot} other {# lots}}':
      '{n, plural, one {Se recibió # lote} other {Se recibieron # lotes}}',
    'Wrote down an opening stock of {n, plural, one {# lot} other {# lots}}':
      'Se anotaron existencias iniciales de {n, plural, one {# lote} other {# lotes}}',
    'Counted {counted} lots, {changed} differed': 'Se contaron {counted} lotes, {changed} eran distintos',
    'Put everything of a kind on hold, {lots} lots': 'Se puso en retención todo lo de una clase, {lots} lotes',
    'Ended a hold on everything of a kind': 'Terminó una retención de todo lo de una clase',
    'Saved the bin {name}': 'Se guardó el recipiente {name}',
    'Topped a bin up': 'Se rellenó un recipiente',
    'Took back what was poured into a bin': 'Se deshizo lo que se vertió en un recipiente',
    'Marked a bin emptied': 'Se marcó un recipiente como vaciado',
    'Took back that a bin was emptied': 'Se deshizo que un recipiente se vació',
    'Saved the ingredient {name}': 'Se guardó el ingrediente {name}',
    'Entered that {one} is {equals}': 'Se anotó que {one} es {equals}',
    'Took a conversion away': 'Se quitó una conversión',
    'Counted a market day: {back} came back, {sold} sold':
      'Se contó un día de mercado: volvieron {back}, se vendieron {sold}',
    'Took back {back} units from a place': 'Se trajeron de vuelta {back} unidades de un destino',
    'Took back a return': 'Se deshizo una devolución',
    'Saved the product {name}, recipe version {recipeVersion}':
      'Se guardó el producto {name}, versión {recipeVersion} de la receta',
    'Printed labels {serials}': 'Se imprimieron las etiquetas {serials}',
    'Imported {done} records of {files}': 'Se importaron {done} entradas de {files}',
    'Took back {done} records of {files}': 'Se deshicieron {done} entradas de {files}',
    'Restored the backup {name}': 'Se restauró la copia de seguridad {name}',
    'Made a backup, {name}': 'Se hizo una copia de seguridad, {name}',
    'Chose one more backup folder, {folder}': 'Se eligió otra carpeta de copias de seguridad, {folder}',
    'Made no more backups in {folder}': 'Ya no se hacen copias de seguridad en {folder}',
    'Tested the backup {name}': 'Se probó la copia de seguridad {name}',
    'Sealed new backups with a passphrase': 'Se sellaron las copias nuevas con una frase de contraseña',
    'Sealed new backups no longer': 'Las copias nuevas ya no se sellan',
    'Wrote a file for another computer': 'Se escribió un archivo para otra computadora',
    'Saved the supplier {name}': 'Se guardó el proveedor {name}',
    'Saved the place {name}': 'Se guardó el destino {name}',
    'Logged a complaint: {what}': 'Se anotó una queja: {what}',
    'Noted how a batch turned out: {note}': 'Se anotó cómo salió una tanda: {note}',
    'Noted how a batch turned out': 'Se anotó cómo salió una tanda',
    'Remembered {lotNumber} as the best of its product': 'Se recordó {lotNumber} como la mejor de su producto',
    'Remembered {lotNumber} as not the best any more': 'Se recordó que {lotNumber} ya no es la mejor',
    'Weighed {weighed} units': 'Se pesaron {weighed} unidades',
    'Took weights back': 'Se deshicieron pesos',
    'Said which batch a complaint is about': 'Se dijo de qué tanda trata una queja',
    'Graded a complaint: {grade}': 'Se clasificó una queja: {grade}',
    'Noted of a complaint: {text}': 'Se anotó de una queja: {text}',
    'Kept a photo of a complaint': 'Se guardó una foto de una queja',
    'Replied to a complaint': 'Se respondió a una queja',
    'Opened a complaint again': 'Se abrió de nuevo una queja',
    'Took back a complaint': 'Se deshizo una queja',
    'Settled a complaint: {outcome}': 'Se resolvió una queja: {outcome}',
    'Started a drill with seed {seed}': 'Comenzó un simulacro con la semilla {seed}',
    'Changed what is asked of drills': 'Se cambió lo que se pide a los simulacros',
    'Found the scope of a drill: {lots} lots': 'Se encontró el alcance de un simulacro: {lots} lotes',
    'Counted the shelf for a drill': 'Se contó el estante para un simulacro',
    'Checked the contacts of a drill': 'Se revisaron los contactos de un simulacro',
    'Signed off a drill: {name}': 'Se firmó un simulacro: {name}',
    'Added {added} lots to a recall': 'Se agregaron {added} lotes a un retiro',
    'Described a recall': 'Se describió un retiro',
    'Noted the answer of a place to a recall': 'Se anotó la respuesta de un destino a un retiro',
    'Noted an effectiveness check: {result}': 'Se anotó una comprobación de eficacia: {result}',
    'Ended a recall: {statement}': 'Terminó un retiro: {statement}',
    'Opened a recall again: {statement}': 'Se abrió de nuevo un retiro: {statement}',
    'Changed the words of the {name}': 'Se cambió el texto de: {name}',
    'Said that the kitchen is in {state}': 'Se dijo que la cocina está en {state}',
    'Said that the kitchen is in no state': 'Se dijo que la cocina no está en ningún estado',
    'Wrote down what {name} asks of home kitchens': 'Se anotó lo que {name} pide a las cocinas caseras',
    'Chose the folder of updates {folder}': 'Se eligió la carpeta de actualizaciones {folder}',
    'Turned updates off': 'Se apagaron las actualizaciones',
    'Installed version {version}': 'Se instaló la versión {version}',
    'Changed the settings': 'Se cambiaron los ajustes',
    'Took a label design off the list': 'Se quitó de la lista un diseño de etiqueta',
    'Printed {title}': 'Se imprimió {title}',
    'Saved the label {name}, version {version}': 'Se guardó la etiqueta {name}, versión {version}',
    'Took the label {name} from a file': 'Se tomó la etiqueta {name} de un archivo',
    'Put the label {name} on the list again': 'Se volvió a poner en la lista la etiqueta {name}',
    'Took what is known today as the words of the labels of {lotNumber}':
      'Se tomó lo que se sabe hoy como texto de las etiquetas de {lotNumber}',
    'Chose the usual label of {product}': 'Se eligió la etiqueta habitual de {product}',
    'Saved the printer {name}': 'Se guardó la impresora {name}',
    'Took a printer off the list': 'Se quitó una impresora de la lista',
    'Printed a test label': 'Se imprimió una etiqueta de prueba',
    'Cancelled {dropped} labels': 'Se cancelaron {dropped} etiquetas',
    'Said which labels came out: {good}': 'Se dijo qué etiquetas salieron: {good}',
    'Said which labels came out: none': 'Se dijo qué etiquetas salieron: ninguna',
    'Sent waiting labels again': 'Se enviaron otra vez las etiquetas en espera',
    'Left inspector mode with the PIN of {name}': 'Se salió del modo de inspector con el PIN de {name}',
    'Left inspector mode without a PIN, after the wait': 'Se salió del modo de inspector sin PIN, después de la espera',
    'Left inspector mode; nobody had a PIN': 'Se salió del modo de inspector; nadie tenía PIN',
    'Discarded {n, plural, one {# unit} other {# units}}':
      '{n, plural, one {Se desechó # unidad} other {Se desecharon # unidades}}',
    'Discarded {n, plural, one {# unit} other {# units}} of {subject}':
      '{n, plural, one {Se desechó # unidad} other {Se desecharon # unidades}} de {subject}',
    'a spreadsheet': 'una hoja de cálculo',
    'Used units of {n, plural, one {# lot} other {# lots}} to {place}':
      'Se usaron unidades de {n, plural, one {# lote} other {# lotes}} para {place}',
    'Used units of {n, plural, one {# lot} other {# lots}}':
      'Se usaron unidades de {n, plural, one {# lote} other {# lotes}}',
    'Destroyed units of {n, plural, one {# lot} other {# lots}} to {place}':
      'Se destruyeron unidades de {n, plural, one {# lote} other {# lotes}} para {place}',
    'Destroyed units of {n, plural, one {# lot} other {# lots}}':
      'Se destruyeron unidades de {n, plural, one {# lote} other {# lotes}}',
    'Gave samples of {n, plural, one {# lot} other {# lots}} to {place}':
      'Se dieron muestras de {n, plural, one {# lote} other {# lotes}} a {place}',
    'Gave samples of {n, plural, one {# lot} other {# lots}}':
      'Se dieron muestras de {n, plural, one {# lote} other {# lotes}}',
    'Sent {n, plural, one {# lot} other {# lots}} to {place}':
      '{n, plural, one {Se envió # lote} other {Se enviaron # lotes}} a {place}',
    'Sent {n, plural, one {# lot} other {# lots}}': '{n, plural, one {Se envió # lote} other {Se enviaron # lotes}}',
    'Opened a market withdrawal, {held} lots put on hold':
      'Se abrió una retirada del mercado, {held} lotes puestos en retención',
    'Opened a stock recovery, {held} lots put on hold':
      'Se abrió una recuperación de existencias, {held} lotes puestos en retención',
    'Opened a recall, {held} lots put on hold': 'Se abrió un retiro, {held} lotes puestos en retención',
    'Noted that the public was told of a recall by {means}':
      'Se anotó que se avisó al público de un retiro por {means}',
    'Noted that {places, plural, one {a place was} other {# places were}} told of a recall by {means}':
      'Se anotó que se avisó {places, plural, one {a un destino} other {a # destinos}} de un retiro por {means}',
    'what left for {place} on {day}': 'lo que salió para {place} el {day}',
    'what left as {purpose} on {day}': 'lo que salió como {purpose} el {day}',
    'the shopping trip to {supplier} with {item}': 'la compra en {supplier} con {item}',
    'the shopping trip with {item}': 'la compra con {item}',
    'This lot': 'Este lote',
    'This lot is on hold already.': 'Este lote ya está en retención.',
    'This lot is not on hold.': 'Este lote no está en retención.',
    'Choose a supplier or an ingredient.': 'Elija un proveedor o un ingrediente.',
    'All of that is on hold already.': 'Todo eso ya está en retención.',
    'This hold': 'Esta retención',
    'All of that is on hold again already. Look at Pantry, Holds.':
      'Todo eso ya está otra vez en retención. Vea Despensa, Retenciones.',
    'All {item}': 'Todo lo de {item}',
    'Everything from {supplier}': 'Todo lo de {supplier}',
    'All {item} from {supplier}': 'Todo {item} de {supplier}',
    '{item} is kept by {dimension}: choose another unit of that kind than “{typed}”.':
      '{item} se lleva por {dimension}: elija otra unidad de esa clase en lugar de “{typed}”.',
    '“{typed}” has a conversion of its own here. Take that away first.':
      '“{typed}” tiene aquí una conversión propia. Quítela primero.',
    'This entry': 'Esta entrada',
    'This was taken back already. Nothing more to do.': 'Esto ya se deshizo. No hay nada más que hacer.',
    'This photo': 'Esta foto',
    'That time is still to come. Type the time at which it was read.':
      'Esa hora aún no llega. Escriba la hora en que se midió.',
    'This version of the label': 'Esta versión de la etiqueta',
    'There is a label called “{design}” already. Choose another name.':
      'Ya hay una etiqueta llamada “{design}”. Elija otro nombre.',
    'This label': 'Esta etiqueta',
    'There is another label called “{name}” now. Give that one another name first.':
      'Ahora hay otra etiqueta llamada “{name}”. Póngale primero otro nombre a esa.',
    'This label is not on the list any more. Choose another.': 'Esta etiqueta ya no está en la lista. Elija otra.',
    '“{design}” is a label for something else. Choose another.':
      '“{design}” es una etiqueta para otra cosa. Elija otra.',
    '{units} of {lotNumber} have labels with other allergens than are known now. Print these again.':
      '{units} de {lotNumber} tienen etiquetas con otros alérgenos que los que se conocen ahora. Imprima estas de nuevo.',
    'the recipe now has {added}, which {lotNumber} has not': 'la receta lleva ahora {added}, que {lotNumber} no tiene',
    '{lotNumber} has {gone}, which the recipe now has not': '{lotNumber} tiene {gone}, que la receta ya no lleva',
    'By what is known now, {lotNumber} contains {lacking}, and its label does not say so':
      'Según lo que se sabe ahora, {lotNumber} contiene {lacking}, y su etiqueta no lo dice',
    'Check the label before it is used.': 'Revise la etiqueta antes de usarla.',
    'An example, until there is one of yours': 'Un ejemplo, hasta que haya uno suyo',
    'The longest of everything': 'Lo más largo de todo',
    'Nothing was printed.': 'No se imprimió nada.',
    'Labels of {units} were printed before, or are on their way. Say why you print them again, and destroy the old ones.':
      'Las etiquetas de {units} se imprimieron antes, o están en camino. Diga por qué las imprime de nuevo y destruya las anteriores.',
    '{design}, version {version}': '{design}, versión {version}',
    '{lotNumber} has no units to label: all were discarded, or the batch is void.':
      '{lotNumber} no tiene unidades que etiquetar: todas se desecharon, o la tanda está anulada.',
    '“{typed}” is not a list of serials. Type for example 001-024 or 7, 9.':
      '“{typed}” no es una lista de números. Escriba por ejemplo 001-024 o 7, 9.',
    '{lotNumber} has no units {units} to label. Choose from {printable}.':
      '{lotNumber} no tiene las unidades {units} para etiquetar. Elija entre {printable}.',
    'This lot was bought: labels are for batches made here.':
      'Este lote se compró: las etiquetas son para tandas preparadas aquí.',
    'This printer': 'Esta impresora',
    '{lotNumber} was stopped meanwhile. Look at Make for what is open.':
      '{lotNumber} se detuvo mientras tanto. Vea en Preparar lo que está abierto.',
    '{lotNumber} was saved meanwhile. Look at Make for what is open.':
      '{lotNumber} se guardó mientras tanto. Vea en Preparar lo que está abierto.',
    'This lot was made here: correct its batch instead.': 'Este lote se preparó aquí: corrija mejor su tanda.',
    'This is what a bin holds: correct the lots poured into it.':
      'Esto es lo que contiene un recipiente: corrija los lotes que se vertieron en él.',
    'This lot was corrected again since. Correct it once more instead.':
      'Este lote se corrigió otra vez después. Corríjalo mejor una vez más.',
    'What this lot was before is not kept so far back. Correct it once more instead.':
      'Lo que este lote era antes no se guarda desde tan atrás. Corríjalo mejor una vez más.',
    'a later correction': 'una corrección posterior',
    'Strawberry jam': 'Mermelada de fresa',
    'The numbers of {product} ({code}) would pass 20 characters. Choose a shorter pattern, or a shorter code for it.':
      'Los números de {product} ({code}) pasarían de 20 caracteres. Elija un patrón más corto, o un código más corto para este producto.',
    'topped up': 'rellenado',
    '{bin}, filled from {day}': '{bin}, llenado desde el {day}',
    'past its best-by date, {day}': 'pasado de fecha, mejor antes del {day}',
    'made later, on {day}': 'preparado después, el {day}',
    'received later, on {day}': 'recibido después, el {day}',
    '{item}, {lot}, was used or moved since, so this cannot be taken back. Count it again instead.':
      '{item}, {lot}, se usó o se movió después, así que esto no se puede deshacer. Cuéntelo de nuevo.',
    'This lot was used or moved since, so this cannot be taken back. Count it again instead.':
      'Este lote se usó o se movió después, así que esto no se puede deshacer. Cuéntelo de nuevo.',
    'everything bought there': 'todo lo que se compró allí',
    'everything sent there': 'todo lo que se envió allí',
    'every batch they made': 'todas las tandas que preparó',
    'every batch made with it': 'todas las tandas preparadas con él',
    'It names no ingredient of yours by its name here: choose what it means.':
      'No menciona ningún ingrediente suyo por el nombre que tiene aquí: elija a cuál se refiere.',
    'It may mean {items}: check each of them.': 'Puede referirse a {items}: revise cada uno.',
    or: 'o',
    'It names none of your suppliers. Every supplier is asked, for the maker may sell through yours.':
      'No menciona a ninguno de sus proveedores. Se busca en todos los proveedores, pues el fabricante puede vender a través del suyo.',
    'It names more than one of your suppliers: check each of them.':
      'Menciona a más de uno de sus proveedores: revise cada uno.',
    'Give stars, or write what you found.': 'Dé estrellas, o escriba lo que encontró.',
    '{item} does not say what one holds. Write its net contents on the product’s page.':
      '{item} no dice cuánto contiene uno. Escriba su contenido neto en la página del producto.',
    '“{text}” cannot be held against {declared}. Type it in {unit}.':
      '“{text}” no se puede comparar con {declared}. Escríbalo en {unit}.',
    '{count} weighed, {least} to {most}, on average {mean}; declared {declared}.':
      '{count} pesados, de {least} a {most}, en promedio {mean}; declarado {declared}.',
    'The average is not below what the label says.': 'El promedio no está por debajo de lo que dice la etiqueta.',
    'The average is below what the label says: fill them up, or do not sell them so.':
      'El promedio está por debajo de lo que dice la etiqueta: complételos, o no los venda así.',
    '{n, plural, one {The average is good, but # is more than 5 % short: take it out.} other {The average is good, but # are more than 5 % short: take them out.}}':
      '{n, plural, one {El promedio está bien, pero a # le falta más del 5 %: sáquelo.} other {El promedio está bien, pero a # les falta más del 5 %: sáquelos.}}',
    'The allergens of {lotNumber} are others now than when these labels were queued. Print them again.':
      'Los alérgenos de {lotNumber} son ahora otros que cuando estas etiquetas se pusieron en la cola. Imprímalas de nuevo.',
    'This is not a pack that {product} is filled into. Choose another one.':
      'Este no es un envase en que se llena {product}. Elija otro.',
    'There are two packs called {pack}. Name one of them otherwise.':
      'Hay dos envases llamados {pack}. Dé otro nombre a uno de ellos.',
    'Name this pack, for example 4 oz jar.': 'Dé un nombre a este envase, por ejemplo frasco de 4 oz.',
    'This is not a pack of {product}. Add it as a new one.': 'Este no es un envase de {product}. Agréguelo como nuevo.',
    '“{namesake}” is there already. Name this pack otherwise.': '“{namesake}” ya existe. Dé otro nombre a este envase.',
    'Type what the label declares too, for example 8 oz.':
      'Escriba también lo que declara la etiqueta, por ejemplo 8 oz.',
    'Weigh or measure in the same way as the label declares it.':
      'Pese o mida de la misma manera en que la etiqueta lo declara.',
    'That is less than the {net} declared. Declare what is really in it.':
      'Es menos que {net} que se declara. Declare lo que de verdad contiene.',
    'That is not a GTIN: it has 8, 12, 13 or 14 digits, and the last one must check. Type it as printed below the bars.':
      'Eso no es un GTIN: tiene 8, 12, 13 o 14 dígitos, y el último debe cuadrar. Escríbalo como está impreso debajo de las barras.',
    '{item} has this GTIN. Each pack needs its own.': '{item} tiene este GTIN. Cada envase necesita el suyo.',
    '{item} is a product of yours. Record a batch of it instead.':
      '{item} es un producto suyo. Registre mejor una tanda.',
    'That day is still to come. Type the day the goods came in.':
      'Ese día aún no llega. Escriba el día en que llegó la mercancía.',
    'The photo is larger than 1.5 MB. Choose a smaller one.': 'La foto pasa de 1.5 MB. Elija una más pequeña.',
    'The file is not a photo that can be kept. Choose another one.':
      'El archivo no es una foto que se pueda guardar. Elija otro.',
    'Type a PIN of 4 to 12 digits.': 'Escriba un PIN de 4 a 12 dígitos.',
    '{person} has no PIN. Give them one, or none.': '{person} no tiene PIN. Póngale uno, o ninguno.',
    'Type the PIN of {name}.': 'Escriba el PIN de {name}.',
    'Too many wrong PINs were typed for {name}. Wait {seconds} seconds, then try again.':
      'Se escribieron demasiados PIN incorrectos de {name}. Espere {seconds} segundos; luego intente de nuevo.',
    'That is not the PIN of {name}.': 'Ese no es el PIN de {name}.',
    'This is not a plan of {product}. Open the plan again from Make.':
      'Este no es un plan de {product}. Abra el plan de nuevo desde Preparar.',
    'This plan is in progress already as {lotNumber}. Open that batch from Make.':
      'Este plan ya está en curso como {lotNumber}. Abra esa tanda desde Preparar.',
    'This plan': 'Este plan',
    'This plan is of {product}. Cancel it, and plan the other product anew.':
      'Este plan es de {product}. Cancélelo, y planee de nuevo el otro producto.',
    'That day is over. Choose today or a day to come.': 'Ese día ya pasó. Elija hoy o un día por venir.',
    'This plan is in progress as {lotNumber}. Finish that batch, or stop it, first.':
      'Este plan está en curso como {lotNumber}. Termine esa tanda, o deténgala, primero.',
    'This plan is on the list already. Look at Make.': 'Este plan ya está en la lista. Vea Preparar.',
    'This plan was made as {batch}. Void that batch first: the plan is open again then.':
      'Este plan se preparó como {batch}. Anule primero esa tanda: entonces el plan queda abierto otra vez.',
    'a batch': 'una tanda',
    'This plan was changed, made or taken off the list since. Look at Make.':
      'Este plan se cambió, se preparó o se quitó de la lista después. Vea Preparar.',
    'a later change': 'un cambio posterior',
    'This plan was taken off the list meanwhile. Look at Make for what is planned.':
      'Este plan se quitó de la lista mientras tanto. Vea en Preparar lo que está planeado.',
    'This plan was made as {batch} meanwhile. Look at Make for what is planned.':
      'Este plan se preparó como {batch} mientras tanto. Vea en Preparar lo que está planeado.',
    'No label of this job is in doubt.': 'Ninguna etiqueta de este trabajo está en duda.',
    '“{typed}” is not a list of serials. Type for example 013-016.':
      '“{typed}” no es una lista de números. Escriba por ejemplo 013-016.',
    'Only {units} are in doubt. Choose from those.': 'Solo {units} están en duda. Elija entre ellos.',
    'Some labels of this job are in doubt. Look at the roll and tick the ones that came out first.':
      'Algunas etiquetas de este trabajo están en duda. Mire el rollo y marque primero las que salieron.',
    'No label of this job is waiting.': 'Ninguna etiqueta de este trabajo está en espera.',
    'This print job': 'Este trabajo de impresión',
    'These labels are not drawn yet. Try again in a moment.':
      'Estas etiquetas aún no están dibujadas. Intente de nuevo en un momento.',
    '{left} of {n} labels are not drawn yet. Try again in a moment.':
      '{left} de {n} etiquetas aún no están dibujadas. Intente de nuevo en un momento.',
    '{printer} still has labels in it. Wait until it stops, look at the roll, then say which came out.':
      '{printer} todavía tiene etiquetas. Espere a que se detenga, mire el rollo y luego diga cuáles salieron.',
    'There is a printer called “{printer}” already. Choose another name.':
      'Ya hay una impresora llamada “{printer}”. Elija otro nombre.',
    'Makes PDF files.': 'Hace archivos PDF.',
    '{printer} does not say how it is.': '{printer} no dice cómo está.',
    '{printer} is ready.': '{printer} está lista.',
    '“{name}” is there already as a product. Choose another name.':
      '“{name}” ya existe como producto. Elija otro nombre.',
    '“{name}” is there already as an ingredient. Choose another name.':
      '“{name}” ya existe como ingrediente. Elija otro nombre.',
    '{code} is the code of {product}. Lot numbers would collide: choose another code.':
      '{code} es el código de {product}. Los números de lote chocarían: elija otro código.',
    '“{text}” of {item} is too little or too much to be kept. Check the number.':
      '“{text}” de {item} es demasiado poco o demasiado para guardarse. Revise el número.',
    '{item} is kept by {dimension} (in {unit}), and “{text}” is {typedAs}. Type it in {unit}, or enter what {one} of it is in {other}.':
      '{item} se lleva por {dimension} (en {unit}), y “{text}” es {typedAs}. Escríbalo en {unit}, o anote cuánto es {one} en {other}.',
    'Or enter what {one} of {item} is.': 'O anote cuánto es {one} de {item}.',
    '{from}, made before it, contains {name}, and nobody recorded what one of the two was made with':
      '{from}, preparada antes, contiene {name}, y nadie registró con qué se preparó una de las dos',
    '{from}, made before it, may contain {name}, and nobody recorded what one of the two was made with':
      '{from}, preparada antes, puede contener {name}, y nadie registró con qué se preparó una de las dos',
    '{what} was used for {from}, which contains {name}, and no cleaning of it was recorded between':
      '{what} se usó para {from}, que contiene {name}, y no se registró ninguna limpieza entre ambas',
    '{what} was used for {from}, which may contain {name}, and no cleaning of it was recorded between':
      '{what} se usó para {from}, que puede contener {name}, y no se registró ninguna limpieza entre ambas',
    'contains no {name}, and was made with nothing that was not cleaned after it':
      'no contiene {name}, y no se preparó con nada que no se hubiera limpiado después',
    'shared equipment: {contact}': 'equipo compartido: {contact}',
    'its allergens: its list of ingredients has {name}': 'sus alérgenos: su lista de ingredientes lleva {name}',
    'its label says that it may contain {name}': 'su etiqueta dice que puede contener {name}',
    'its allergens: {item} contains {name}, which its label did not say':
      'sus alérgenos: {item} contiene {name}, y su etiqueta no lo decía',
    '{item} may contain {name}, as its supplier says: ask, and write down whether it does':
      '{item} puede contener {name}, según su proveedor: pregunte, y anote si lo contiene',
    'nobody has said what is in {item}': 'nadie ha dicho qué contiene {item}',
    'which lot of {item} was used was never recorded': 'nunca se registró qué lote de {item} se usó',
    'its lot number': 'su número de lote',
    'has another lot number': 'tiene otro número de lote',
    'who made it': 'quién la preparó',
    'was made by': 'la preparó',
    'nobody recorded who made it': 'nadie registró quién la preparó',
    'its equipment': 'su equipo',
    'was made with': 'se preparó con',
    'nobody recorded what it was made with': 'nadie registró con qué se preparó',
    'nobody recorded what is in it': 'nadie registró qué contiene',
    'was made on {day}, before the window': 'se preparó el {day}, antes del intervalo',
    'was made on {day}, after the window': 'se preparó el {day}, después del intervalo',
    'the day it was made': 'el día en que se preparó',
    'its bin: {name}': 'su recipiente a granel: {name}',
    'its bin: {name}, through what it was made with':
      'su recipiente a granel: {name}, a través de lo que se usó para prepararla',
    'which lot was used was never recorded: it may have come from {name}':
      'nunca se registró qué lote se usó: puede haber salido de {name}',
    'took nothing from {name}': 'no tomó nada de {name}',
    'Choose the ingredient, the supplier, a lot, days, or who or what made it: a recall needs one criterion.':
      'Elija el ingrediente, el proveedor, un lote, días, o quién o qué lo preparó: un retiro necesita un criterio.',
    '“{days}” holds something that is no day. Type for example 2026-05-12 to 2026-05-29.':
      '“{days}” contiene algo que no es un día. Escriba por ejemplo 2026-05-12 a 2026-05-29.',
    '“{allergen}” is not one of the nine major allergens. Choose one from the list.':
      '“{allergen}” no es uno de los nueve alérgenos principales. Elija uno de la lista.',
    'made here': 'preparado aquí',
    'matches by {basis}': 'coincide por {basis}',
    'not recorded: {missing}': 'no registrado: {missing}',
    '{item} from {lot}: {judged}': '{item} de {lot}: {judged}',
    'Made with {lotNumber}, which is affected.': 'Preparada con {lotNumber}, que está afectada.',
    'It fits by {bases}.': 'Coincide por {bases}.',
    'and by': 'y por',
    'An ingredient': 'Un ingrediente',
    'Made with {from}: {doubt}': 'Preparada con {from}: {doubt}',
    'Recording it decides {units}.': 'Registrarlo decide {units}.',
    '{item}: which lot was used was never recorded.': '{item}: nunca se registró qué lote se usó.',
    '{item} in {batch}: which lot was used was never recorded.':
      '{item} en {batch}: nunca se registró qué lote se usó.',
    'the {missing} was never recorded': 'nunca se registró: {missing}',
    'and the': 'y',
    'holds no lot that the notice names': 'no contiene ningún lote que el aviso mencione',
    'contains no {item}': 'no contiene {item}',
    'Made with {through}: {sentence}': 'Preparada con {through}: {sentence}',
    'And {n} more of the lots behind it.': 'Y {n} más de los lotes que hay detrás.',
    'It is itself what the notice names.': 'Es en sí misma lo que el aviso menciona.',
    'Nothing in the record is meant by {notice}: there is nothing to recall. Compare the notice once more.':
      'Nada en el registro corresponde a {notice}: no hay nada que retirar. Compare el aviso una vez más.',
    'The record shows nothing that this recall does not hold.':
      'El registro no muestra nada que este retiro no tenga ya.',
    'This lot is not in the recall.': 'Este lote no está en el retiro.',
    'This recall has ended already.': 'Este retiro ya terminó.',
    'This recall is open.': 'Este retiro está abierto.',
    'This recall': 'Este retiro',
    'This is a drill: nobody is contacted, and nothing is recalled.':
      'Este es un simulacro: no se contacta a nadie y no se retira nada.',
    'This recall has ended. Open it again first.': 'Este retiro terminó. Ábralo primero de nuevo.',
    'No equipment is in the record, so that contact over shared equipment could not be looked at. Add it under More, and tick what each batch was made with.':
      'No hay equipo en el registro, así que no se pudo revisar el contacto por equipo compartido. Agréguelo en Más, y marque con qué se preparó cada tanda.',
    'Every batch': 'Todas las tandas',
    'supplier lot {codes}': 'lote del proveedor {codes}',
    'best by {bestBy}': 'mejor antes del {bestBy}',
    'lot number {ownLots}': 'número de lote {ownLots}',
    'taken from {bin}': 'tomado de {bin}',
    'made with {equipment}': 'preparado con {equipment}',
    'made by {person}': 'preparado por {person}',
    'with {allergen}, contained or by shared equipment': 'con {allergen}, contenido o por equipo compartido',
    'made {from} to {to}, both days included': 'preparado del {from} al {to}, ambos días incluidos',
    'received {from} to {to}, both days included': 'recibido del {from} al {to}, ambos días incluidos',
    'made {day} or later': 'preparado el {day} o después',
    'received {day} or later': 'recibido el {day} o después',
    'made {day} or earlier': 'preparado el {day} o antes',
    'received {day} or earlier': 'recibido el {day} o antes',
    '{from} to {to}': '{from} a {to}',
    'This shopping trip': 'Esta compra',
    'what was poured into {bin}': 'lo que se vertió en {bin}',
    'This shopping trip cannot be taken back because of {blockers}. Void what used it first.':
      'Esta compra no se puede deshacer por {blockers}. Anule primero lo que la usó.',
    'A product cannot be its own ingredient. Choose another one.':
      'Un producto no puede ser su propio ingrediente. Elija otro.',
    '{product} would be made of itself: {way}. Take one of them out of the recipe it is in.':
      '{product} se prepararía consigo mismo: {way}. Quite uno de ellos de la receta en que está.',
    'The upper limit is below the lower one. Correct one of the two.':
      'El límite superior está por debajo del inferior. Corrija uno de los dos.',
    'This version': 'Esta versión',
    'This market day': 'Este día de mercado',
    'This shipment was taken back, so nothing can come back from it.':
      'Este envío se deshizo, así que nada puede volver de él.',
    'This market day was counted on {day}. Take that count back first, then count again.':
      'Este día de mercado se contó el {day}. Deshaga primero ese conteo; luego cuente de nuevo.',
    'This return': 'Esta devolución',
    'The return of {day} is taken back already.': 'La devolución del {day} ya se deshizo.',
    'Of what was given in exchange, some came back on {day}. Take that back first.':
      'De lo que se dio a cambio, una parte volvió el {day}. Deshaga eso primero.',
    'This is not a lot of a product.': 'Este no es un lote de un producto.',
    '{there, plural, one {Only # of {lot} is out at {place}, so {count} cannot come back. Type # or fewer.} other {Only # of {lot} are out at {place}, so {count} cannot come back. Type # or fewer.}}':
      '{there, plural, one {Solo # de {lot} está en {place}, así que {count} no pueden volver. Escriba # o menos.} other {Solo # de {lot} están en {place}, así que {count} no pueden volver. Escriba # o menos.}}',
    'The serials {serials} are {units} units, not {count}. Correct one of the two.':
      'Los números {serials} son {units} unidades, no {count}. Corrija uno de los dos.',
    'Of {lot}, only no unit is at {place}. Choose from those.':
      'De {lot} no hay ninguna unidad en {place}. Elija otra cosa.',
    'Of {lot}, only {serials} is at {place}. Choose from those.':
      'De {lot}, solo {serials} está en {place}. Elija entre ellos.',
    'That day is still to come. Type the day the units came back.':
      'Ese día aún no llega. Escriba el día en que volvieron las unidades.',
    'These units left on {day} and cannot come back before. Correct the day.':
      'Estas unidades salieron el {day} y no pueden volver antes. Corrija el día.',
    'Some of {lotNumber} {serials} went elsewhere since. Take that back first.':
      'Algunas de {lotNumber} {serials} fueron después a otro lugar. Deshaga eso primero.',
    'Your own text for this state': 'Su propio texto para este estado',
    'Checked against {source} in {month}.': 'Cotejado con {source} en {month}.',
    'Checked against {source} on {day}.': 'Cotejado con {source} el {day}.',
    'This is not a lot of a product. Choose one from the list.':
      'Este no es un lote de un producto. Elija uno de la lista.',
    '{lotNumber} is {problem}, so it cannot be destroyed yet. Choose another lot.':
      '{lotNumber}: {problem}, así que todavía no se puede destruir. Elija otro lote.',
    '{lotNumber} is {problem}, so it cannot be used. Choose another lot.':
      '{lotNumber}: {problem}, así que no se puede usar. Elija otro lote.',
    '{lotNumber} is {problem}, so it cannot be sent. Choose another lot.':
      '{lotNumber}: {problem}, así que no se puede enviar. Elija otro lote.',
    'That day is more than a month ahead. Correct the date.': 'Ese día está a más de un mes. Corrija la fecha.',
    'The place is missing. Type where the units go.': 'Falta el destino. Escriba adónde van las unidades.',
    'Say why these units are destroyed, for example: broken, out of date.':
      'Diga por qué se destruyen estas unidades, por ejemplo: rotas, vencidas.',
    'This shipment': 'Este envío',
    'what came back from {place} on {day}': 'lo que volvió de {place} el {day}',
    'the return of {day} that it was given in exchange for': 'la devolución del {day} a cambio de la cual se dio',
    '{shipment} cannot be taken back: take back first {blockers}.':
      '{shipment}: no se puede deshacer. Deshaga primero {blockers}.',
    '{shipment} cannot be taken back: {blockers}.': '{shipment}: no se puede deshacer: {blockers}.',
    'What left as “{purpose}” on {day}': 'Lo que salió como “{purpose}” el {day}',
    'The shipment to {place} on {day}': 'El envío a {place} el {day}',
    'Not counted: {left}.': 'No se cuenta: {left}.',
    'Some of what is there is past its date before the later batches.':
      'Parte de lo que hay estará pasado de fecha antes de las últimas tandas.',
    'Nothing is counted yet. Type what is there of at least one lot.':
      'Todavía no se contó nada. Escriba lo que hay de al menos un lote.',
    'This lot is counted twice. Leave one out.': 'Este lote se contó dos veces. Deje fuera uno.',
    '{bin} was marked emptied. Take that back, or top it up.': '{bin} se marcó como vaciado. Deshaga eso, o rellénelo.',
    'This item': 'Este artículo',
    '{lotNumber} was made with {part} ({item}), whose own label is stopped. Settle that one first, on its page of labels.':
      '{lotNumber} se preparó con {part} ({item}), cuya propia etiqueta está detenida. Resuelva primero esa, en su página de etiquetas.',
    '{lotNumber} has no labels.': '{lotNumber} no tiene etiquetas.',
    'no unit of that number was made': 'no se hizo ninguna unidad con ese número',
    '{made} made {day}': '{made}, del {day}',
    '{made} made {day}, void': '{made}, del {day}, anulada',
    'What you want to trace': 'Lo que quiere rastrear',
    'taken back': 'deshecho',
    'received date not recorded': 'fecha de recepción sin registrar',
    'Left in the pantry, on hold': 'Queda en la despensa, en retención',
    'Left in the pantry': 'Queda en la despensa',
    'on hand, on hold': 'en existencia, en retención',
    'in no other batch': 'en ninguna otra tanda',
    'in {others, plural, one {# other batch} other {# other batches}}':
      'en {others, plural, one {# tanda más} other {# tandas más}}',
    'This entry of the history': 'Esta entrada del historial',
    '“{op}” cannot be taken back in one step. Correct it where it was made.':
      '“{op}” no se puede deshacer en un solo paso. Corríjalo donde se hizo.',
    'This was taken back before, or changed since. Look at the page of the batch.':
      'Esto ya se deshizo antes, o cambió después. Vea la página de la tanda.',
    'This was taken back before, or it changed nothing. Look at the history.':
      'Esto ya se deshizo antes, o no cambió nada. Vea el historial.',
    'This batch was corrected again since. Correct it once more instead.':
      'Esta tanda se corrigió otra vez después. Corríjala mejor una vez más.',
    'Of {lotNumber}, only no unit is on hand. Choose from those.':
      'De {lotNumber} no hay ninguna unidad en existencia. Elija otra cosa.',
    'Of {lotNumber}, only {serials} is on hand. Choose from those.':
      'De {lotNumber}, solo {serials} está en existencia. Elija entre ellos.',
    'Count {item} in whole units.': 'Cuente {item} en unidades enteras.',
    '{lotNumber} cannot have so many: every other unit is recorded as sent, discarded or set aside. Correct that record first.':
      '{lotNumber} no puede tener tantas: todas las demás unidades están registradas como enviadas, desechadas o apartadas. Corrija primero eso.',
    'Only {there} of {lotNumber} are on hand, {short} fewer than {wanted}. Type {there} or fewer, or add another lot.':
      'Solo {there} de {lotNumber} están en existencia, {short} menos que {wanted}. Escriba {there} o menos, o agregue otro lote.',
    '{count, plural, one {One ingredient was} other {# ingredients were}} received from nobody known.':
      '{count, plural, one {Un ingrediente se recibió} other {# ingredientes se recibieron}} sin saber de quién.',
    '{count, plural, one {One ingredient went into a batch without its lot.} other {# ingredients went into batches without their lots.}}':
      '{count, plural, one {Un ingrediente está en una tanda sin su lote.} other {# ingredientes están en tandas sin sus lotes.}}',
    '{who} lacks {what}.': '{who}: falta {what}.',
    'Your kitchen': 'Su cocina',
    'a name': 'un nombre',
    'a telephone number': 'un teléfono',
    'an address': 'una dirección',
    'street, city, state and ZIP in the address': 'calle, ciudad, estado y código postal en la dirección',
    'Where updates come from': 'De dónde vienen las actualizaciones',
    'Version {version} is no longer in the folder of updates. Look again, and install what is there.':
      'La versión {version} ya no está en la carpeta de actualizaciones. Mire de nuevo, e instale lo que haya.',
    'Labels of units are for products made here.': 'Las etiquetas de unidades son para productos preparados aquí.',

    // Words and sentences that the core says by their name.
    'Voided a batch': 'Se anuló una tanda',
    'Voided {subject}': 'Se anuló {subject}',
    'Counted a lot, found {found}': 'Se contó un lote, se encontró {found}',
    'Counted {subject}, found {found}': 'Se contó {subject}, se encontró {found}',
    'Corrected where a lot came from': 'Se corrigió de dónde vino un lote',
    'Corrected where {subject} came from': 'Se corrigió de dónde vino {subject}',
    'Put a lot on hold': 'Se puso un lote en retención',
    'Put {subject} on hold': 'Se puso {subject} en retención',
    'Ended a hold': 'Terminó una retención',
    'Ended the hold on {subject}': 'Terminó la retención de {subject}',
    'Took back a shopping trip': 'Se deshizo una compra',
    'Took back {subject}': 'Se deshizo {subject}',
    'Took back a shipment': 'Se deshizo un envío',
    received: 'recibido',
    made: 'preparado',
    used: 'usado',
    sent: 'enviado',
    returned: 'devuelto',
    sampled: 'para muestras',
    discarded: 'desechado',
    'set aside': 'apartado',
    poured: 'vertido',
    'on hand': 'en existencia',
    missing: 'faltante',
    'past its date by then': 'pasado de fecha para entonces',
    'made on': 'preparada el',
    'best by': 'mejor antes del',
    'why discarded': 'por qué se desechó',
    people: 'personas',
    equipment: 'equipo',
    note: 'nota',
    'every batch of it': 'todas sus tandas',
    'every lot of it': 'todos sus lotes',
    'somebody fell ill': 'alguien se enfermó',
    minor: 'leve',
    ill: 'alguien se enfermó',
    'lots whose stock differs from their movements': 'lotes cuyas existencias difieren de sus movimientos',
    'lots whose hold differs from their history': 'lotes cuya retención difiere de su historial',
    'batches whose units are not each in one place': 'tandas cuyas unidades no están cada una en un solo lugar',
    'unit numbers that two packs of a batch share': 'números de unidad que comparten dos envases de una tanda',
    'lots of another product than their batch': 'lotes de otro producto que su tanda',
    'finished lots whose stock differs from their units': 'lotes terminados cuyas existencias difieren de sus unidades',
    'ingredient rows that no trace follows': 'filas de ingredientes que ningún rastreo sigue',
    'traces that no ingredient row supports': 'rastreos que ninguna fila de ingredientes respalda',
    'things that the finder finds otherwise than they are written':
      'cosas que el buscador encuentra de otro modo que como están escritas',
    'pours into a bin that did not leave their lot and arrive':
      'vertidos a un recipiente que no salieron de su lote y llegaron',
    'pours taken back that still count': 'vertidos deshechos que todavía cuentan',
    'bins marked emptied that hold something': 'recipientes marcados como vaciados que contienen algo',
    'bins with two contents at once': 'recipientes con dos contenidos a la vez',
    'bins whose dates differ from those of what is in them':
      'recipientes cuyas fechas difieren de las de lo que contienen',
    'batches that made more or less than their movements say':
      'tandas que hicieron más o menos de lo que dicen sus movimientos',
    'batches made on another day than their movements say':
      'tandas preparadas otro día que el que dicen sus movimientos',
    'ingredient rows that took nothing from their lot': 'filas de ingredientes que no tomaron nada de su lote',
    'corrected ingredient rows that still take from their lot':
      'filas de ingredientes corregidas que todavía toman de su lote',
    'batches that differ from their last correction': 'tandas que difieren de su última corrección',
    'ranges of units whose movement was taken back': 'intervalos de unidades cuyo movimiento se deshizo',
    'lines of shipments that took more or fewer units than they say':
      'líneas de envíos que tomaron más o menos unidades de las que dicen',
    'lines of shipments whose units are not out, less those that came back':
      'líneas de envíos cuyas unidades no están fuera, menos las que volvieron',
    'No backup could be made before it. Look at Data and backup, then try again.':
      'No se pudo hacer antes una copia de seguridad. Vea Datos y copias de seguridad; luego intente de nuevo.',
    'A backup from before these labels were printed was restored. Look at the jars and tick the labels that are there.':
      'Se restauró una copia de seguridad de antes de que se imprimieran estas etiquetas. Mire los frascos y marque las etiquetas que están.',
    'Takes a product out of the way, or brings it back. Its batches and stock stay':
      'Se quitó de en medio un producto, o se trajo de vuelta. Sus tandas y existencias quedan',
    'Says what is in a bought ingredient: its name on labels, what it is made of, its allergens':
      'Se dijo qué contiene un ingrediente comprado: su nombre en las etiquetas, de qué está hecho, sus alérgenos',
    'How a product’s list of ingredients is written':
      'Se cambió cómo se escribe la lista de ingredientes de un producto',
    'Chooses the language of the screens. Labels, notices and reports stay in English':
      'Se eligió el idioma de las pantallas. Las etiquetas, los avisos y los informes quedan en inglés',
    'Goes back to what came with the app for one state': 'Se volvió a lo que vino con la aplicación para un estado',
    'Makes a printer the usual one of a label; null for none': 'Se eligió la impresora habitual de una etiqueta',
    'Chooses a domain of one’s own for GS1 Digital Links; empty for id.gs1.org':
      'Se eligió un dominio propio para los GS1 Digital Links',
    'Says that spellings mean one name. It is remembered for every import to come':
      'Se dijo que varias grafías son un solo nombre. Se recuerda para las próximas importaciones',
    'Sends a file, or a piece of it; with the last piece it is read, and what it holds is guessed':
      'Se envió un archivo para importar',
    'Says what a sheet is, where its heads are, what its columns are or how it is read; every row is looked at again':
      'Se dijo cómo se lee una hoja de una importación',
    'Changes cells of a row, or says that it is left out or added all the same':
      'Se cambió una fila de una importación',
    'Ends an import: rows that wait are not imported. One of which nothing was imported is forgotten':
      'Terminó una importación',
    'Says when backups are made by themselves, and how many of those are kept':
      'Se dijo cuándo se hacen solas las copias de seguridad, y cuántas se guardan',
    'Asks for a folder in a native dialog and lists the backups in it as well: a stick from another computer':
      'Se buscaron copias de seguridad en otra carpeta',
    'Reads what can be read of a record that does not open, table by table, into files for spreadsheets':
      'Se leyó lo que se podía leer de un registro que no abre',
    'Keeps what is typed on a batch page, in place of what was kept before. Not part of the history':
      'Se guardó un borrador',
    'Throws a draft away; for a week it can be had back': 'Se tiró un borrador',
    'Brings back a draft that was thrown away or saved': 'Se trajo de vuelta un borrador',
    'Tries to open the database again after a failed start': 'Se intentó abrir el registro de nuevo',
    'Makes Traceberry start with the computer, or no longer': 'Se eligió si Traceberry se inicia con la computadora',
    'The file opened from outside was looked at': 'Se vio el archivo abierto desde fuera',
    'Shows the data folder in the system’s file manager, where the host can': 'Se mostró la carpeta de datos',
    'the product’s name': 'el nombre del producto',
    'the list of ingredients': 'la lista de ingredientes',
    'the net contents': 'el contenido neto',
    'your name and address': 'su nombre y dirección',
    'the statement “{statement}”': 'la declaración “{statement}”',
    'Statement: {source}.': 'Declaración: {source}.',
    'read in the law or the agency’s own page': 'leída en la ley o en la página de la propia agencia',
    'read on pages of others only': 'leída solo en páginas de otros',
    'not checked: read the law before you rely on it': 'sin verificar: lea la ley antes de confiar en ella',
    'Nobody has said what is in {name}. Say it on the product’s page, under On the label.':
      'Nadie ha dicho qué contiene {name}. Dígalo en la página del producto, en En la etiqueta.',
    'Nobody has said what {name} weighs, so its place in the list is not sure.':
      'Nadie ha dicho cuánto pesa {name}, así que su lugar en la lista no es seguro.',
  },
  nouns: {},
}

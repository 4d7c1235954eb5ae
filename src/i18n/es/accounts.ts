import type { accountsEn } from '../en/accounts.ts'

/** What linking accounts says, in Spanish. */
export const accountsEs: Readonly<Record<keyof typeof accountsEn, string>> = {
  'profile.link.summary': 'Vincula tus cuentas de dos plataformas',
  'profile.unlink.summary': 'Deshaz el último vínculo (tienes un día para hacerlo)',
  'usage.profile.link.answer':
    'Vincula tus cuentas{examples, select, named {, por ejemplo, las de {first} y {second},} other {}} para que cuenten como una sola persona',

  'profile.account': '{name} en {platform}',
  'profile.account.named': '{name} ({id}) en {platform}',
  'profile.accounts': 'Cuentas vinculadas: {accounts}.',

  'profile.link.title': 'Vincular tus cuentas',
  'profile.link.code':
    'En tu otra cuenta, escribe <u>profile link code:{code}</u> {minutes, plural, one {en el próximo minuto} other {en los próximos # minutos}}. No compartas este código con nadie: quien lo use podría ver tus resultados.',
  'profile.link.means':
    'Las cuentas vinculadas comparten resultados, planes de crecimiento, evaluaciones en curso y un único voto.',
  'profile.link.ask': '¿Vincular estas dos cuentas?',
  'profile.link.this': 'Esta cuenta: <b>{account}</b>',
  'profile.link.other': 'La cuenta de la que viene el código: <b>{account}</b>',
  'profile.link.warning':
    'Vincúlalas solo si las dos son tuyas. Si el código te lo dio otra persona, esa persona podría ver y borrar tus resultados.',
  'profile.link.yes': 'Vincular',
  'profile.link.no': 'No vincular',
  'profile.link.declined': 'No se ha vinculado nada, y el código ya no sirve.',
  'profile.link.done':
    'Cuentas vinculadas. Ahora comparten resultados, planes de crecimiento, evaluaciones en curso y un único voto. Tienes un día para deshacerlo.',
  'profile.link.both':
    'Las dos cuentas tienen en curso una evaluación de {roles}. Seguirás con la evaluación en la que respondiste por última vez; la otra volverá a aparecer cuando termines esa.',
  'profile.link.undo': 'Deshacer el vínculo',
  'profile.unlink.done':
    'Vínculo deshecho. Cada cuenta vuelve a tener sus propios resultados y evaluaciones, y su propio voto.',
  'profile.unlink.none': 'No hay ninguna otra cuenta vinculada a esta.',
  'profile.linked.notice':
    'Se ha vinculado una cuenta a esta: <b>{account}</b>. Ahora las dos comparten resultados, planes de crecimiento, evaluaciones en curso y un único voto. Si no has sido tú, tienes un día para deshacerlo.',

  'profile.delete.accounts': 'Esto afecta a todas tus cuentas: {accounts}.',

  'error.profile.linkCode':
    '«{text}» no es un código válido o ha caducado: cada código sirve una sola vez y caduca {minutes, plural, one {al cabo de # minuto} other {a los # minutos}}. Escribe <u>profile link</u> en tu otra cuenta para obtener uno nuevo.',
  'error.profile.linkSame': 'Estas cuentas ya están vinculadas.',
  'error.profile.linkOver':
    'Ya no se puede responder a esa pregunta. Escribe <u>profile link</u> en tu otra cuenta para obtener un código nuevo.',
  'error.profile.unlinkOther': 'Ese vínculo no es el último. <u>profile unlink</u> deshace el último.',
  'error.profile.unlinkLate':
    'Un vínculo solo se puede deshacer durante el primer día, y el tuyo es más antiguo. <u>profile delete</u> borra los datos de todas tus cuentas.',
}

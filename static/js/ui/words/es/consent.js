/** What everybody agrees to before the first word is saved, and who runs the server. */
export default {
  "consent.title": "Antes de empezar",
  "consent.lead": "Por favor, lee estas seis frases. Dicen qué es esta aplicación y qué no es.",
  "consent.newer": "Este texto ha cambiado desde que lo aceptaste. Así es ahora.",
  "consent.patient.1":
    "Esta aplicación es para personas adultas. Si tienes menos de 18 años, por favor no la uses. Pregunta a tu clínica qué tiene para ti.",
  "consent.patient.2":
    "En la mayoría de los países, la ketamina para la salud mental se usa fuera de indicación (off-label) y es experimental: los médicos pueden usarla, pero no está aprobada para esto, y se sabe poco de sus efectos a largo plazo. Pregunta a tu clínica. Puedes dejarlo en cualquier momento.",
  "consent.patient.3":
    "Nadie vigila lo que escribes y no sale ningún aviso, ni aunque escribas que estás en peligro. Si lo estás, llama a alguien: Ayuda muestra a quién.",
  "consent.patient.4":
    "La aplicación no da consejo médico ni es una historia clínica. No sustituye a tu clínica ni su propio consentimiento.",
  "consent.patient.5":
    "Lo que escribes se sella en este dispositivo, y el servidor no puede abrirlo. Sí conoce tu nombre de acceso, con quién tienes vínculo, y cuándo y más o menos cuánto envías. Tu terapeuta lee lo que compartes y quizá tenga que guardarlo en una historia clínica. Lo que ya se leyó no se puede borrar de la memoria.",
  "consent.patient.6":
    "Tu hoja de recuperación basta por sí sola para entrar. Sin ella necesitas tu frase de acceso y un dispositivo que ya abra tu diario. Si no queda ninguna, lo escrito se pierde para todo el mundo.",
  "consent.therapist.1":
    "Esta aplicación es para personas adultas y para terapeutas que las tratan. Por favor, no te vincules con nadie de menos de 18 años.",
  "consent.therapist.2":
    "En la mayoría de los países, la ketamina para la salud mental se usa fuera de indicación (off-label) y es experimental: no está aprobada para esto, y se sabe poco de sus efectos a largo plazo. Si se usa o no, lo deciden la clínica y la persona.",
  "consent.therapist.3":
    "Nadie vigila lo que se escribe aquí y no te llega ningún aviso, ni aunque alguien escriba que está en peligro. Lo ves la próxima vez que abras la aplicación.",
  "consent.therapist.4":
    "La aplicación no da consejo médico ni es una historia clínica. Lo que debas conservar, guárdalo en tus propios registros.",
  "consent.therapist.5":
    "Solo lees lo que alguien comparte contigo. Quizá debas conservarlo, y un tribunal puede ordenarte que entregues lo que puedes abrir. El servidor no puede abrirlo. Sí conoce tu nombre de acceso, con quién tienes vínculo, y cuándo y más o menos cuánto se envía.",
  "consent.therapist.6":
    "Tu hoja de recuperación basta por sí sola para entrar. Sin ella necesitas tu frase de acceso y un dispositivo que ya abra esta cuenta. Si no queda ninguna, tus notas se pierden para todo el mundo.",
  "consent.more": "Si algo va mal, y qué no puede hacer esta aplicación",
  "consent.agree": "Lo he leído y estoy de acuerdo",
  "consent.ends":
    "Si no estás de acuerdo, déjalo aquí. No se ha enviado nada y aún no hay ninguna cuenta.",
  "consent.leave":
    "Si no estás de acuerdo, en «Yo» aún puedes llevarte una copia de tu diario y borrar tu cuenta.",
  "consent.leaveTherapist": "Si no estás de acuerdo, puedes borrar tu cuenta en «Yo».",
  "consent.toMe": "Abrir «Yo»",
  "consent.saving": "Guardando",
  "consent.failed": "No se ha guardado en este dispositivo. Por favor, inténtalo de nuevo.",
  "consent.agreed": "Lo aceptaste: {when}. Versión {version} del texto.",
  "operator.is": "Quién lleva este servidor: {operator}",
  "operator.unnamed":
    "Quien lleva este servidor no ha puesto aquí su nombre ni su dirección. Pregunta a la persona que te dio la dirección de esta aplicación.",
};

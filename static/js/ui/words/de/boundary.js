/** Was eine therapeutische Begleitung sagt, bevor jemand mit ihr teilt, wie es die Verbundenen sehen. */
export default {
  "error.boundary-missing":
    "Bevor sich jemand mit dir verbindet, sag, wie du Geteiltes liest. Jede der vier Fragen braucht ein paar Worte.",
};

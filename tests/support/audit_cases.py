"""Cases of the codes about published figures that contradict each other."""

from __future__ import annotations

from mistakes import Case, checking

AUDIT = (
    Case("W340", checking(industries={"cars": {"exports": 9.2, "trade_balance": 0.1, "trade_specialisation": 0.19}}), "industries!J2",
         "trade_specialisation = 0.19, 그러나 0.1 ÷ (2 × 9.2 − 0.1) = 0.005  → 반올림을 감안해도 0.0083 이하",
         "trade_specialisation = 0.19, but 0.1 ÷ (2 × 9.2 − 0.1) = 0.005  → at most 0.0083, however the figures were rounded"),
    Case("W341", checking(industries={"cars": {"production_inducement": 2.52, "influence": 1.34},
                                      "toys": {"production_inducement": 2.39, "influence": 1.72}}), "industries!L3",
         "influence = 1.72, 그러면 평균은 production_inducement ÷ influence = 2.39 ÷ 1.72 = 1.39  → 다른 행과 맞는 값: 1.87~1.891",
         "influence = 1.72, which implies the mean production_inducement ÷ influence = 2.39 ÷ 1.72 = 1.39  "
         "→ 1.87 to 1.891, as the other rows imply"),
    Case("W342", checking(industries={"cars": {"exports": 95.6, "export_share": 0.152},
                                      "toys": {"exports": 20.3, "export_share": 0.023}}), "industries!G3",
         "export_share = 0.023, 그러면 총액은 exports ÷ export_share = 20.3 ÷ 0.023 = 882.6  → 다른 행과 맞는 값: 626.6~631.4",
         "export_share = 0.023, which implies the total exports ÷ export_share = 20.3 ÷ 0.023 = 882.6  "
         "→ 626.6 to 631.4, as the other rows imply"),
)  # fmt: skip

#include "app/describe_harm.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/origin.hpp"
#include "models/harm/formula.hpp"

namespace sise::app {
namespace {

std::string toxic_line(const HarmPack& pack, bool zh) {
  const char* text = zh ? "毒性: 无规定" : "poison: no rule";
  switch (pack.toxic_basis) {
    case ToxicBasis::probit_mg_m3:
      text = zh ? "毒性: 各物质概率函数, mg/m3 和 min" : "poison: the substances' probits for mg/m3 and min";
      break;
    case ToxicBasis::probit_ppm:
      text = zh ? "毒性: 各物质概率函数, ppm 和 min" : "poison: the substances' probits for ppm and min";
      break;
    case ToxicBasis::toxic_load:
      return fmt::format(fmt::runtime(zh ? "  毒性: 各物质 SLOT (概率 {}) 与 SLOD (概率 {}) 的连线\n"
                                         : "  poison: the line through the substances' SLOT ({}) and SLOD ({})\n"),
                         pack.slot_probability, pack.slod_probability);
    default:
      break;
  }
  return fmt::format("  {}\n", text);
}

std::string blast_line(const HarmPack& pack, bool zh) {
  if (pack.lethal_overpressure_pa < HarmPack::kNone) {
    return fmt::format("  {}: {} Pa\n", zh ? "室外致死超压" : "lethal overpressure outdoors",
                       pack.lethal_overpressure_pa);
  }
  if (pack.blast_death.empty()) return zh ? "  超压致死: 无规定\n" : "  death by blast: no rule\n";
  return fmt::format("  {}: {}\n", zh ? "超压致死" : "death by blast", fmt::join(pack.blast_death, ", "));
}

std::string effect_lines(const DoseResponse& effect, Language language) {
  return fmt::format("  {}, {}: {}\n    {}\n", effect.id, effect.title.in(language), formula_text(effect.form),
                     origin(effect.source, effect.confidence, language));
}

}  // namespace

std::string describe(const HarmPack& pack, Language language) {
  const bool zh = language == Language::zh;
  std::string text = fmt::format("{}: {}\n", pack.id, pack.title.in(language));
  const auto line = [&](const char* en, const char* chinese, double value, const char* unit) {
    if (std::isfinite(value)) text += fmt::format("  {}: {} {}\n", zh ? chinese : en, value, unit);
  };
  text += toxic_line(pack, zh);
  line("toxic exposure counts at most", "毒性暴露时间上限", pack.toxic_exposure_cap_s, "s");
  text += blast_line(pack, zh);
  line("thermal exposure counts at most", "热辐射暴露时间上限", pack.thermal_exposure_cap_s, "s");
  line("lethal heat radiation", "致死热辐射", pack.lethal_radiation_w_m2, "W/m2");
  text += fmt::format("  {}: Pr = {:.6g} + {:.6g} ln(q^(4/3) t), q W/m2, t s\n",
                      zh ? "热辐射概率函数" : "thermal probit", pack.thermal_probit_a, pack.thermal_probit_b);
  if (pack.transport_wind_min_height_m > 0.0) {
    line("transport wind at the release height, at least", "输送风取释放高度处, 不低于",
         pack.transport_wind_min_height_m, "m");
  }
  for (const DoseResponse& effect : pack.effects) text += effect_lines(effect, language);
  return text + "  " + origin(pack.source, pack.confidence, language) + "\n";
}

std::string describe(const DamageTable& table, Language language) {
  std::string text = fmt::format("{}: {}\n", table.id, table.title.in(language));
  for (const DamageLevel& level : table.levels) {
    text += fmt::format("  {} {}: {} ({})\n", level.value, table.unit, level.effect.in(language),
                        words_of(level.confidence).in(language));
  }
  return text + "  (" + table.source + ")\n";
}

}  // namespace sise::app

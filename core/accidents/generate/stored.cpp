#include "core/accidents/generate/stored.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "core/accidents/generate/basis.hpp"
#include "core/criteria/confidence_words.hpp"
#include "models/harm/toxic_basis.hpp"
#include "models/release/vessel.hpp"
#include "models/substances/borrowed_physics.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace {

enum class Said { nothing, gas, liquefied, cold, liquid, solid, unknown };

struct Word {
  std::string_view word;
  Said said;
};

// The longer names first: 加压液化 is not a 液.
constexpr std::array kWords{
    Word{"加压液化", Said::liquefied},
    Word{"压力液化", Said::liquefied},
    Word{"低温液化", Said::cold},
    Word{"冷冻液化", Said::cold},
    Word{"refrigerated", Said::cold},
    Word{"cryogenic", Said::cold},
    Word{"liquefied", Said::liquefied},
    Word{"液化", Said::liquefied},
    Word{"liquid", Said::liquid},
    Word{"液", Said::liquid},
    Word{"gas", Said::gas},
    Word{"气", Said::gas},
    Word{"solid", Said::solid},
    Word{"固", Said::solid},
    Word{"粉", Said::solid},
    Word{"cold", Said::cold},
    Word{"低温", Said::cold},
    Word{"冷冻", Said::cold},
};

Said said_by(const std::string& state) {
  if (state.empty()) return Said::nothing;
  for (const Word& one : kWords) {
    if (state.find(one.word) != std::string::npos) return one.said;
  }
  return Said::unknown;
}

std::string one_after_another(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

/// With what it lacks from what stands in for it. A liquid of its own (molar mass, boiling point and density known) borrows
/// nothing: diesel that boiled as octane would burn at any temperature.
std::shared_ptr<const Substance> physics_of(const Substance& substance, const UnitRecord& record) {
  const bool own = substance.find("molar_mass_kg_mol") != nullptr && substance.find("boiling_point_K") != nullptr &&
                   substance.find("liquid_density_kg_m3") != nullptr;
  const auto whole = std::make_shared<BorrowedPhysics>(own ? nullptr : &substance, record.context().substances);
  if (!whole->borrowed()) return {std::shared_ptr<void>(), &substance};
  const std::string from = one_after_another(substance.surrogates);
  const std::string lacking = one_after_another(whole->names());
  record.remark("surrogate_physics",
                {fmt::format("{} takes what its own record lacks from {}: {}", substance.name_en, from, lacking),
                 fmt::format("{} 自身缺少的物性取自 {}: {}", substance.name_zh, from, lacking)});
  return {whole, whole->substance()};
}

bool has_vapour_pressure(const Fluid& fluid, double temperature_K) {
  return fluid.vapour_pressure().known() && fluid.vapour_pressure().covers(temperature_K);
}

constexpr double kNearlySaturated = 0.9;  // pressures are read off to some ten per cent

/// A liquid whose pressure is far below its vapour pressure is no liquid: one of the numbers is wrong.
bool contradicts(const Fluid& fluid, double temperature_K, double pressure_Pa) {
  return has_vapour_pressure(fluid, temperature_K) &&
         pressure_Pa < kNearlySaturated * fluid.vapour_pressure_Pa(temperature_K);
}

void refuse_pressure(const UnitRecord& record, const Substance& substance, const Fluid& fluid, double temperature_K,
                     double pressure_Pa) {
  constexpr double kKelvin = 273.15;
  const double saturation_kPa = fluid.vapour_pressure_Pa(temperature_K) * 1e-3;
  record.lack("below_vapour_pressure",
              {fmt::format("a liquid of {} at {:.4g} C and {:.4g} kPa (absolute): its vapour pressure is {:.4g} kPa",
                           substance.name_en, temperature_K - kKelvin, pressure_Pa * 1e-3, saturation_kPa),
               fmt::format("液态 {} 在 {:.4g} ℃、{:.4g} kPa (绝压) 下: 其饱和蒸气压为 {:.4g} kPa", substance.name_zh,
                           temperature_K - kKelvin, pressure_Pa * 1e-3, saturation_kPa)},
              {"Check temperature, pressure and state; one of them is wrong", "请核对温度、压力和物态, 其中之一有误"});
}

void refuse_warm(const UnitRecord& record, const Substance& substance, double temperature_K, double boiling_K) {
  constexpr double kKelvin = 273.15;
  record.lack("above_boiling_point",
              {fmt::format("{} at {:.4g} C in a tank at ambient pressure: it boils at {:.4g} C", substance.name_en,
                           temperature_K - kKelvin, boiling_K - kKelvin),
               fmt::format("{} 在常压容器中为 {:.4g} ℃, 而其沸点为 {:.4g} ℃", substance.name_zh,
                           temperature_K - kKelvin, boiling_K - kKelvin)},
              {"Check temperature_C, or give the kind pressurised_vessel with its pressure",
               "请核对 temperature_C, 或将类型改为 pressurised_vessel 并给出压力"});
}

bool is_tank(UnitKind kind) { return kind == UnitKind::refrigerated_tank || kind == UnitKind::atmospheric_tank; }

/// Fills temperature, pressure and phase of one fluid.
class State {
 public:
  State(const Substance& substance, const Substance& physics, const UnitRecord& record)
      : substance_(substance), fluid_(physics), record_(record), ambient_(record.context().ambient) {}

  /// False: a contradiction, which is then told.
  bool fill(Stored& stored, std::optional<double> temperature_K, std::optional<double> pressure_Pa, Said said) {
    // Nobody asks where a gas boils, and acetylene never does.
    const double boiling_K = said == Said::gas ? 0.0 : boils_at_K();
    const bool cold = said == Said::cold || record_.unit().kind == UnitKind::refrigerated_tank ||
                      (!temperature_K && is_liquid_only_when_cold(said));
    stored.temperature_K =
        temperature_K.value_or(cold ? std::min(boiling_K, ambient_.temperature_K) : ambient_.temperature_K);
    if (is_tank(record_.unit().kind) && said != Said::gas) return fill_tank(stored, boiling_K, cold);
    const bool liquid = said == Said::liquid || said == Said::liquefied || cold;
    if (!pressure_Pa && said == Said::gas) return refuse_blank_pressure();
    if (!pressure_Pa && !liquid && is_gas_without_pressure(stored.temperature_K)) return refuse_blank_pressure();
    stored.pressure_Pa = pressure_Pa.value_or(saturation(stored.temperature_K));
    if (liquid && pressure_Pa && contradicts(fluid_, stored.temperature_K, *pressure_Pa)) {
      refuse_pressure(record_, substance_, fluid_, stored.temperature_K, *pressure_Pa);
      return false;
    }
    stored.phase = phase(stored, said, boiling_K, cold);
    if (stored.phase != StoredPhase::gas)
      stored.pressure_Pa = std::max(stored.pressure_Pa, saturation(stored.temperature_K));
    return true;
  }

 private:
  /// By the vapour pressure; where that is not known so far, the normal boiling point of a table.
  [[nodiscard]] double boils_at_K() const {
    constexpr double kNormal_Pa = 101325.0;
    constexpr double kNearly = 0.05;
    try {
      return fluid_.boiling_temperature_K(ambient_.pressure_Pa);
    } catch (const ModelError&) {
      const auto normal_K = property_of(substance_, "boiling_point_K", record_.context().substances);
      const bool near = std::abs(ambient_.pressure_Pa / kNormal_Pa - 1.0) <= kNearly;
      if (!normal_K || !near) throw;
      record_.remark("normal_boiling_point",
                     {substance_.name_en + " boils as tables say: its vapour pressure is not known so far",
                      substance_.name_zh + " 的沸点取自手册: 其蒸气压数据未覆盖该范围"});
      return *normal_K;
    }
  }

  bool fill_tank(Stored& stored, double boiling_K, bool cold) {
    constexpr double kRounding_K = 1.0;  // a tank of a boiling liquid is read to a degree
    stored.pressure_Pa = ambient_.pressure_Pa;
    if (stored.temperature_K > boiling_K + kRounding_K) {
      refuse_warm(record_, substance_, stored.temperature_K, boiling_K);
      return false;
    }
    stored.phase = cold && boiling_K < ambient_.temperature_K ? StoredPhase::cold : StoredPhase::liquid;
    stored.temperature_K = std::min(stored.temperature_K, boiling_K);
    return true;
  }

  [[nodiscard]] bool is_gas_without_pressure(double temperature_K) const {
    return fluid_.critical_temperature_K() && temperature_K >= *fluid_.critical_temperature_K();
  }

  /// Whoever writes 液化 of natural gas and no temperature means LNG.
  [[nodiscard]] bool is_liquid_only_when_cold(Said said) const {
    if (said != Said::liquefied && said != Said::liquid) return false;
    if (!is_gas_without_pressure(ambient_.temperature_K)) return false;
    record_.remark("liquid_when_cold",
                   {substance_.name_en + " is a liquid only when it is cold: it counts as boiling at ambient pressure",
                    substance_.name_zh + " 仅在低温下为液态: 按常压沸点温度计算"});
    return true;
  }

  [[nodiscard]] bool refuse_blank_pressure() const {
    record_.lack("pressure", {"the pressure of the gas is not stated", "未给出气体压力"},
                 {"Give pressure_gauge_kPa or pressure_abs_kPa", "请给出 pressure_gauge_kPa 或 pressure_abs_kPa"});
    return false;
  }

  [[nodiscard]] double saturation(double temperature_K) const {
    if (!has_vapour_pressure(fluid_, temperature_K)) return ambient_.pressure_Pa;
    return std::max(ambient_.pressure_Pa, fluid_.vapour_pressure_Pa(temperature_K));
  }

  [[nodiscard]] StoredPhase phase(const Stored& stored, Said said, double boiling_K, bool cold) const {
    if (said == Said::gas) return StoredPhase::gas;
    const bool supercritical =
        fluid_.critical_temperature_K() && stored.temperature_K >= *fluid_.critical_temperature_K();
    if (supercritical || contradicts(fluid_, stored.temperature_K, stored.pressure_Pa)) return StoredPhase::gas;
    if (stored.temperature_K > boiling_K) return StoredPhase::liquefied;
    return cold && boiling_K < ambient_.temperature_K ? StoredPhase::cold : StoredPhase::liquid;
  }

  const Substance& substance_;
  Fluid fluid_;
  const UnitRecord& record_;
  const Weather& ambient_;
};

std::optional<Stored> filled(const Substance& substance, double mass_kg, std::optional<double> temperature_K,
                             std::optional<double> pressure_Pa, Said said, const UnitRecord& record) {
  Stored stored;
  stored.substance = &substance;
  stored.physics = physics_of(substance, record);
  stored.mass_kg = mass_kg;
  try {
    if (!State(substance, *stored.physics, record).fill(stored, temperature_K, pressure_Pa, said)) return std::nullopt;
  } catch (const ModelError& error) {
    const Diagnostic& first = error.diagnostics().front();
    const Text rows{"No model follows it from here: state what is known as rows of [scenarios]",
                    "模型无法继续: 可在 [scenarios] 中给出已知情景"};
    record.lack("property", {substance.name_en + ": " + first.message.en, substance.name_zh + ": " + first.message.zh},
                first.remedy.en.empty() ? rows : first.remedy);
    return std::nullopt;
  }
  return stored;
}

}  // namespace

namespace {

const Substance* take_stand_in(const StandIn& other, Confidence mark, const std::string& because,
                               const std::string& because_zh, const Content& content, const UnitRecord& record) {
  const Substance* stand_in = record.context().substances.find(other.substance);
  if (stand_in == nullptr) return nullptr;
  add_link(record.trace().basis, link_of(record.context().rules, other, mark));
  record.remark("stand_in", {fmt::format("'{}' counts as {} by its {} ({})", content.written, stand_in->name_en,
                                         because, name_of(other.confidence)),
                             fmt::format("'{}' 按{}以 {} 代替 ({})", content.written, because_zh, stand_in->name_zh,
                                         words_of(other.confidence).zh)});
  return stand_in;
}

void lack_unknown(const Content& content, const UnitRecord& record) {
  std::string near;
  for (const std::string& name : record.context().substances.suggest(content.written))
    near += (near.empty() ? "" : ", ") + name;
  record.lack("unknown_substance",
              {"unknown substance '" + content.written + "'", "未知的物质 '" + content.written + "'"},
              near.empty() ? Text{"Give its CAS number, or its hazard_class after GB 18218",
                                  "请给出 CAS 号, 或按 GB 18218 给出 hazard_class"}
                           : Text{"Did you mean " + near + "? Otherwise give its CAS number or hazard_class",
                                  "是否指 " + near + "? 否则请给出 CAS 号或 hazard_class"});
}

/// A class was stated, but none that anything stands in for.
void lack_stand_in(const Content& content, const UnitRecord& record) {
  std::string classes;
  for (const std::string& one : content.hazard_classes) classes += (classes.empty() ? "" : ", ") + one;
  record.lack(
      "no_stand_in",
      {fmt::format("'{}' is no known substance, and nothing stands in for hazard class {}: no accepted model "
                   "says what its release does",
                   content.written, classes),
       fmt::format("'{}' 不是已知物质, 危险性类别 {} 没有代表物质: 其泄漏后果尚无公认模型", content.written, classes)},
      {"State what is known as rows of [scenarios]", "可在 [scenarios] 中给出已知情景"});
}

}  // namespace

Meant meant_by(const Content& content, const UnitRecord& record) {
  const SubstanceTable& table = record.context().substances;
  const GeneratorRules& rules = record.context().rules;
  if (!content.substance.empty()) return {table.find(content.substance), Confidence::seen};
  if (const StandIn* other = rules.stand_in_for(content.hazard_classes)) {
    const std::string& symbol = other->hazard_class;
    return {take_stand_in(*other, other->confidence, "hazard class " + symbol, "危险性类别 " + symbol + " ", content,
                          record),
            other->confidence};
  }
  if (content.written.empty()) {
    record.lack(
        "substance", {"no substance is stated", "未给出物质"},
        {"Give the substance, or its hazard_class after GB 18218", "请给出物质名称, 或按 GB 18218 给出 hazard_class"});
    return {};
  }
  if (!content.hazard_classes.empty()) {
    lack_stand_in(content, record);
    return {};
  }
  const LedgerName* named = rules.named(content.written);
  if (named != nullptr && named->hazard_class.empty()) {
    record.lack("not_modelled",
                {"'" + content.written + "': " + named->why.en, "'" + content.written + "': " + named->why.zh},
                {"State what is known as rows of [scenarios]", "可在 [scenarios] 中给出已知情景"});
    return {};
  }
  const StandIn* other = named == nullptr ? nullptr : rules.stand_in_for({named->hazard_class});
  if (other != nullptr) {
    const Confidence mark = weakest(other->confidence, named->confidence);
    return {
        take_stand_in(*other, mark, "name (" + named->why.en + ")", "名称 (" + named->why.zh + ") ", content, record),
        mark};
  }
  lack_unknown(content, record);
  return {};
}

const Substance* substance_of(const Content& content, const UnitRecord& record) {
  return meant_by(content, record).substance;
}

std::optional<Stored> stored_in(const Content& content, const UnitRecord& record) {
  const Meant meant = meant_by(content, record);
  if (!content.inventory_kg || *content.inventory_kg <= 0.0) {
    record.lack("inventory", {"no inventory is stated", "未给出储量"},
                {"Give inventory_t, the design maximum", "请给出 inventory_t (设计最大量)"});
    return std::nullopt;
  }
  if (meant.substance == nullptr) return std::nullopt;
  const Unit& unit = record.unit();
  const Said said = said_by(unit.state);
  if (said == Said::unknown) {
    record.remark("state_not_understood",
                  {"the state '" + unit.state + "' was not understood: it follows from temperature and pressure",
                   "物态 '" + unit.state + "' 未能识别: 按温度和压力判断"});
  }
  auto stored = filled(*meant.substance, *content.inventory_kg, unit.temperature_K, unit.pressure_abs_Pa, said, record);
  if (stored) stored->confidence = meant.confidence;
  return stored;
}

std::optional<Stored> stored_at(const Substance& substance, double mass_kg, std::optional<double> temperature_K,
                                std::optional<double> pressure_Pa, const UnitRecord& record) {
  return filled(substance, mass_kg, temperature_K, pressure_Pa, said_by(record.unit().state), record);
}

bool is_poisonous(const Substance& substance, const UnitRecord& record) {
  const HarmPack& harm = record.context().harm;
  return harm.toxic_basis != ToxicBasis::none && missing_toxic_properties(harm.toxic_basis, substance).empty();
}

bool burns(const Substance& substance) {
  return substance.is("flammable") || substance.is("combustible") || substance.find("lfl_volume_fraction") != nullptr;
}

bool reacts_badly(const Substance& substance, const UnitRecord& record) {
  const std::vector<std::string>& badly = record.context().trees.low_reactivity;
  return std::find(badly.begin(), badly.end(), substance.id) != badly.end();
}

std::optional<double> property_of(const Substance& substance, std::string_view name, const SubstanceTable& substances) {
  if (const auto own = substance.get(name)) return own;
  for (const std::string& id : substance.surrogates) {
    const Substance* other = substances.find(id);
    if (other == nullptr) continue;
    if (const auto value = other->get(name)) return value;
  }
  return std::nullopt;
}

}  // namespace sise

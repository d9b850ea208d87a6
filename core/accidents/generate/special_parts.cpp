// Parts that explode or give off smoke where they lie.

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "core/accidents/generate/part.hpp"
#include "models/explosion/vessel_burst.hpp"

namespace sise {
namespace {

constexpr double kPaPerkPa = 1e3;
constexpr double kJPerMJ = 1e6;
/// Energy of TNT that the melt-water and dust estimates are told in, J/kg (4.6 MJ/kg of the method).
constexpr double kTnt_J_kg = 4.6e6;

bool has_class(const Content& content, std::string_view symbol) {
  return std::find(content.hazard_classes.begin(), content.hazard_classes.end(), symbol) !=
         content.hazard_classes.end();
}

/// Atoms of a formula that has neither brackets nor dots: "C2H4Cl2".
std::map<std::string, double> atoms_of(const std::string& formula) {
  std::map<std::string, double> atoms;
  for (std::size_t i = 0; i < formula.size();) {
    if (std::isupper(static_cast<unsigned char>(formula[i])) == 0) return {};
    std::string element(1, formula[i++]);
    while (i < formula.size() && std::islower(static_cast<unsigned char>(formula[i])) != 0) element += formula[i++];
    double number = 0.0;
    while (i < formula.size() && std::isdigit(static_cast<unsigned char>(formula[i])) != 0)
      number = 10.0 * number + (formula[i++] - '0');
    atoms[element] += number > 0.0 ? number : 1.0;
  }
  return atoms;
}

/// What burning makes of an element of the goods.
struct Product {
  const char* element;
  const char* substance;
  double kg_per_kmol;  ///< of the product, for one atom of the element
  bool converted;      ///< only a share of the element becomes it
};

// The most poisonous first.
constexpr std::array kProducts{Product{"N", "nitrogen_dioxide", 46.01, true},
                               Product{"Cl", "hydrogen_chloride", 36.46, false},
                               Product{"S", "sulfur_dioxide", 64.06, false}};

double burning_kg_s(const UnitRecord& record) {
  const double area_m2 = record.value_or(record.unit().bund_m2, "warehouse_m2");
  return area_m2 * record.assume("warehouse_burning_kg_m2_s");
}

/// The leading poison of a burning store of this substance; nullopt: it has none.
std::optional<Smoke> smoke_of(const Substance& substance, const UnitRecord& record) {
  const std::map<std::string, double> atoms = atoms_of(substance.formula);
  const auto molar_mass = property_of(substance, "molar_mass_kg_mol", record.context().substances);
  if (atoms.empty() || !molar_mass) return std::nullopt;
  for (const Product& product : kProducts) {
    const auto found = atoms.find(product.element);
    if (found == atoms.end()) continue;
    constexpr double kGramsPerKilogram = 1e3;
    const double kg_per_kg = found->second * product.kg_per_kmol / (*molar_mass * kGramsPerKilogram);
    const double share = product.converted ? record.assume("nitrogen_to_no2") : 1.0;
    return Smoke{product.substance, burning_kg_s(record) * kg_per_kg * share, record.assume("fire_lasts_s")};
  }
  return std::nullopt;
}

/// Goods of which nobody knows what is in them: a share of nitrogen.
Smoke unknown_smoke(const UnitRecord& record) {
  constexpr double kNo2PerN = 46.01 / 14.007;
  return {"nitrogen_dioxide",
          burning_kg_s(record) * record.assume("warehouse_nitrogen") * kNo2PerN * record.assume("nitrogen_to_no2"),
          record.assume("fire_lasts_s")};
}

void add_nitrate(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  if (!content.inventory_kg || *content.inventory_kg <= 0.0) {
    record.lack("inventory", {"no inventory is stated", "未给出储量"},
                {"Give inventory_t, the design maximum", "请给出 inventory_t (设计最大量)"});
    return;
  }
  Part pile;
  pile.id = "pile";
  pile.fails_as = "ammonium_nitrate.detonation";
  pile.tree = "detonation";
  pile.charge = Charge{.tnt_kg = *content.inventory_kg * record.assume("nitrate_tnt")};
  parts.push_back(std::move(pile));
  Part store;
  store.id = "store";
  store.fails_as = "ammonium_nitrate.fire";
  store.tree = "smoke";
  store.smoke = Smoke{"nitrogen_dioxide", record.assume("nitrate_burning_kg_s"), record.assume("fire_lasts_s")};
  parts.push_back(std::move(store));
}

std::string protection_of(const UnitRecord& record) {
  for (const char* level : {"level_1", "level_2", "level_3"}) {
    if (record.contained_as(level)) return level;
  }
  record.remark("protection_level_2",
                {"the protection of the store is not stated: it counts as level 2", "未说明仓库防护等级: 按 2 级计算"});
  return "level_2";
}

bool is_battery(const std::string& written) {
  return written.find("电池") != std::string::npos || written.find("batter") != std::string::npos;
}

/// A flammable liquid in drums burns as a pool as wide as the floor.
void burn_as_pool(const UnitRecord& record, const Content& content, const Substance& substance, Part& part) {
  Content held = content;
  held.substance = substance.id;
  part.stored = stored_in(held, record);
  part.tree = "tank_fire";
  part.bund_m2 = record.value_or(record.unit().bund_m2, "warehouse_m2");
}

}  // namespace

double burst_tnt_kg(const Stored& stored, const UnitRecord& record) {
  constexpr double kGasConstant_J_molK = 8.314462618;
  const auto molar_mass = property_of(*stored.physics, "molar_mass_kg_mol", record.context().substances);
  if (!molar_mass || stored.pressure_Pa <= record.context().ambient.pressure_Pa) return 0.0;
  const auto gamma = property_of(*stored.physics, "gas_gamma", record.context().substances);
  GasVessel vessel;
  vessel.burst_pressure_pa = stored.pressure_Pa;
  vessel.volume_m3 = stored.mass_kg * kGasConstant_J_molK * stored.temperature_K / (*molar_mass * stored.pressure_Pa);
  vessel.gamma = gamma ? *gamma : record.assume("nitrogen_gas_gamma");
  vessel.ambient_pressure_pa = record.context().ambient.pressure_Pa;
  return expansion_energy_J(ExpansionEnergy::isentropic, vessel) / kTntEnergy_J_kg;
}

void add_explosives(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  const Substance* substance = substance_of(content, record);
  if (substance == nullptr) return;
  if (!content.inventory_kg || *content.inventory_kg <= 0.0) {
    record.lack("inventory", {"no net explosive mass is stated", "未给出净药量"},
                {"Give inventory_t", "请给出 inventory_t"});
    return;
  }
  if (has_class(content, "W1.3")) {
    record.remark("division_1_4", {"division 1.4: no effect beyond 25 m", "1.4 项: 25 m 以外无影响"});
    record.trace().fate = UnitFate::small;
    return;
  }
  const auto equivalence = property_of(*substance, "tnt_equivalence", record.context().substances);
  if (!equivalence) {
    record.lack(
        "tnt_equivalence",
        {"no TNT equivalence of " + substance->name_en + " is known", "未知 " + substance->name_zh + " 的 TNT 当量"},
        {"State the charge as a row of [scenarios] with tnt_kg", "请在 [scenarios] 中以 tnt_kg 给出药量"});
    return;
  }
  Part part;
  part.id = "store";
  const bool mass_fire = has_class(content, "W1.2");
  part.fails_as = mass_fire ? "fireworks" : "explosives";
  part.tree = mass_fire ? "mass_fire" : "detonation";
  part.charge = Charge{.tnt_kg = *content.inventory_kg * *equivalence,
                       .fire_kg = mass_fire ? *content.inventory_kg * record.assume("fireworks_kg_share") : 0.0};
  part.stored = Stored{substance,
                       {std::shared_ptr<void>(), substance},
                       StoredPhase::liquid,
                       *content.inventory_kg,
                       record.context().ambient.temperature_K,
                       record.context().ambient.pressure_Pa};
  parts.push_back(std::move(part));
}

void add_dust(const UnitRecord& record, const Content& /*content*/, std::vector<Part>& parts) {
  const bool silo = record.contained_as("silo");
  const double volume_m3 = record.value_or(record.unit().details.volume_m3, "dust_m3");
  const double burst_Pa = record.assume(silo ? "silo_burst_kPa" : "dust_burst_kPa") * kPaPerkPa;
  const double ambient_Pa = record.context().ambient.pressure_Pa;
  constexpr double kAirGamma = 1.4;
  const GasVessel vessel{ambient_Pa + burst_Pa, volume_m3, kAirGamma, ambient_Pa};
  const double cloud_J = record.assume("dust_MJ_m3") * kJPerMJ * volume_m3 * record.assume("room_share");
  Part part;
  part.id = silo ? "silo" : "dust";
  part.fails_as = silo ? "dust_silo" : "dust_plant";
  part.tree = record.contained_as("vented") ? "dust_vented" : "dust";
  part.charge = Charge{.tnt_kg = expansion_energy_J(ExpansionEnergy::brode, vessel) / kTntEnergy_J_kg,
                       .room_tnt_kg = cloud_J * record.assume("dust_tnt_share") / kTnt_J_kg};
  parts.push_back(std::move(part));
}

void add_melt(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  constexpr double kTonne = 1e3;
  const double melt_kg =
      content.inventory_kg && *content.inventory_kg > 0.0 ? *content.inventory_kg : record.assume("melt_t") * kTonne;
  const double heat_J_kg = record.assume("melt_MJ_kg") * kJPerMJ;
  const auto add = [&](const char* size, double mixed_kg, double yield) {
    Part part;
    part.id = std::string("melt_") + size;
    part.fails_as = std::string("melt_water.") + size;
    part.tree = "detonation";
    part.charge = Charge{.tnt_kg = mixed_kg * heat_J_kg * yield / kTnt_J_kg};
    parts.push_back(std::move(part));
  };
  add("small", std::min(melt_kg, record.assume("melt_small_kg")), record.assume("melt_small_yield"));
  add("large", melt_kg * record.assume("melt_large_share"), record.assume("melt_large_yield"));
}

void add_warehouse(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  if (content.substance == "ammonium_nitrate") return add_nitrate(record, content, parts);
  if (!content.inventory_kg || *content.inventory_kg <= 0.0) {
    record.lack("inventory", {"no inventory is stated", "未给出储量"},
                {"Give inventory_t, the design maximum", "请给出 inventory_t (设计最大量)"});
    return;
  }
  if (is_battery(content.written)) {
    record.lack("battery_smoke",
                {"a store of batteries: its fire is local and no model of its smoke is accepted",
                 "电池仓库: 火灾影响限于局部, 其烟气尚无公认模型"},
                {"State what is known as rows of [scenarios]", "可在 [scenarios] 中给出已知情景"});
    return;
  }
  Part part;
  part.id = "store";
  part.fails_as = "warehouse_fire." + protection_of(record);
  const Substance* substance = content.substance.empty() ? nullptr : substance_of(content, record);
  if (substance == nullptr && content.written.empty()) {
    record.remark("unknown_goods",
                  {"what is stored is not stated: a share of nitrogen is assumed", "未说明储存物: 按含氮份额计算"});
    part.smoke = unknown_smoke(record);
  } else {
    if (substance == nullptr) substance = substance_of(content, record);
    if (substance == nullptr) return;
    part.smoke = smoke_of(*substance, record);
    if (!part.smoke) burn_as_pool(record, content, *substance, part);
    if (!part.smoke && !part.stored) return;
  }
  if (part.smoke) part.tree = "smoke";
  parts.push_back(std::move(part));
}

}  // namespace sise

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/accidents/generate/part.hpp"
#include "core/accidents/generate/unused_details.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace {

constexpr double kMillimetre = 1e-3;

/// What neither poisons nor burns can only burst.
void settle_inert(const UnitRecord& record, Part& part) {
  const Stored& stored = *part.stored;
  if (is_poisonous(*stored.substance, record) || burns(*stored.substance)) return;
  if (stored.phase != StoredPhase::gas) return;  // tells itself that nothing follows
  part.tree = "detonation";
  part.only_at_once = true;
  part.charge = Charge{.tnt_kg = burst_tnt_kg(stored, record)};
}

}  // namespace

double bore_or(const UnitRecord& record, const std::optional<double>& bore_m, std::string_view id) {
  return bore_m ? *bore_m : record.assume(id) * kMillimetre;
}

double connection_m(const UnitRecord& record, std::string_view id) {
  return bore_or(record, record.unit().details.connection_m, id);
}

Part part_of(const UnitRecord& record, const Stored& stored, std::string id, std::string fails_as, double bore_m) {
  Part part;
  part.id = std::move(id);
  part.fails_as = std::move(fails_as);
  part.stored = stored;
  part.bore_m = bore_m;
  part.bund_m2 = record.unit().bund_m2;
  settle_inert(record, part);
  return part;
}

Part vessel_part(const UnitRecord& record, const Stored& stored, std::string id, std::string fails_as) {
  const std::optional<double>& vessel_m = record.unit().diameter_m;
  const double bore_m = vessel_m ? std::min(connection_m(record), *vessel_m) : connection_m(record);
  return part_of(record, stored, std::move(id), std::move(fails_as), bore_m);
}

namespace {

using Parts = std::vector<Part>;

/// A vessel is no wider than a ball of the liquid in it; of a gas, or of a liquid whose density nobody knows, it may be.
double ball_m(const Stored& stored) {
  if (stored.phase == StoredPhase::gas) return std::numeric_limits<double>::infinity();
  try {
    const double density = Fluid(*stored.physics).liquid_density_kg_m3(stored.temperature_K);
    return std::cbrt(6.0 * stored.mass_kg / density / std::numbers::pi);
  } catch (const ModelError&) {
    return std::numeric_limits<double>::infinity();
  }
}

/// A connection that is wider than the vessel: one of the numbers is wrong.
bool is_too_wide(const UnitRecord& record, const Stored& stored) {
  const std::optional<double>& stated_m = record.unit().details.connection_m;
  if (!stated_m) return false;
  double widest_m = ball_m(stored);
  if (record.unit().diameter_m) widest_m = std::min(widest_m, *record.unit().diameter_m);
  if (*stated_m <= widest_m) return false;
  constexpr double kMillimetres = 1e3;
  record.lack("connection_too_wide",
              {fmt::format("a connection of {:.4g} mm on a vessel that is at most {:.4g} mm wide",
                           *stated_m * kMillimetres, widest_m * kMillimetres),
               fmt::format("接管直径 {:.4g} mm, 而容器直径不超过 {:.4g} mm", *stated_m * kMillimetres,
                           widest_m * kMillimetres)},
              {"Check connection_mm, diameter_mm and inventory_t; one of them is wrong",
               "请核对 connection_mm、diameter_mm 和 inventory_t, 其中之一有误"});
  return true;
}

void add_vessel(const UnitRecord& record, const Content& content, Parts& parts, std::string fails_as) {
  const auto stored = stored_in(content, record);
  if (!stored || is_too_wide(record, *stored)) return;
  parts.push_back(vessel_part(record, *stored, "vessel", std::move(fails_as)));
}

void add_pressurised(const UnitRecord& record, const Content& content, Parts& parts) {
  const bool covered = record.contained_as("mounded") || record.contained_as("in_ground");
  add_vessel(record, content, parts, covered ? "pressurised_vessel.mounded" : "pressurised_vessel");
}

void add_reactor(const UnitRecord& record, const Content& content, Parts& parts) {
  add_vessel(record, content, parts, "reactor");
}

void add_column(const UnitRecord& record, const Content& content, Parts& parts) {
  add_vessel(record, content, parts, "column");
}

/// Of the tank's own width; where nobody states it, a tank is as high as it is wide.
double section_m2(const UnitRecord& record, const Stored& stored) {
  const double volume_m3 = stored.mass_kg / Fluid(*stored.physics).liquid_density_kg_m3(stored.temperature_K);
  const double wide_m = record.unit().diameter_m.value_or(std::cbrt(4.0 * volume_m3 / std::numbers::pi));
  return std::numbers::pi / 4.0 * wide_m * wide_m;
}

/// What burns under the roof of a tank. Fires on a floating roof stay at its rim.
void add_roof(const UnitRecord& record, const Stored& stored, Parts& parts) {
  if (stored.phase != StoredPhase::liquid || !burns(*stored.substance)) return;
  if (record.contained_as("floating_roof")) {
    record.remark("rim_fire", {"fires at the rim of a floating roof reach its own tank only and are not counted",
                               "浮顶密封圈火灾仅影响本罐, 未计入"});
  }
  if (!record.contained_as("fixed_roof") || record.contained_as("floating_roof")) return;
  Part roof = part_of(record, stored, "roof", "tank_roof.fixed", 0.0);
  roof.tree = "tank_fire";
  roof.bund_m2 = section_m2(record, stored);
  parts.push_back(std::move(roof));
  record.remark("roof_fire_on_ground",
                {"a fire under the tank's roof counts as a pool as wide as the tank, on the ground",
                 "罐顶火灾按与储罐同直径的地面池火计算"});
}

void add_atmospheric(const UnitRecord& record, const Content& content, Parts& parts) {
  std::string fails_as = "atmospheric_tank";
  if (record.contained_as("shell")) fails_as += ".shell";
  if (record.contained_as("in_ground")) fails_as += ".in_ground";
  add_vessel(record, content, parts, fails_as);
  if (!parts.empty() && parts.back().stored) add_roof(record, Stored(*parts.back().stored), parts);
}

void add_refrigerated(const UnitRecord& record, const Content& content, Parts& parts) {
  for (const char* wall : {"shell", "double", "full"}) {
    if (record.contained_as(wall)) return add_vessel(record, content, parts, std::string("refrigerated_tank.") + wall);
  }
  if (!record.contained_as("single")) {
    record.remark(
        "containment_single",
        {"the containment is not stated: the tank counts as single-walled, whose failures are 500 times those of full "
         "containment",
         "未说明罐体形式: 按单包容罐计算, 其失效频率为全包容罐的 500 倍"});
  }
  add_vessel(record, content, parts, "refrigerated_tank.single");
}

void add_cylinders(const UnitRecord& record, const Content& content, Parts& parts) {
  const auto whole = stored_in(content, record);
  if (!whole) return;
  const double number = std::max(1.0, std::round(whole->mass_kg / record.assume("cylinder_kg")));
  Stored one = *whole;
  one.mass_kg = whole->mass_kg / number;
  Part part = part_of(record, one, "cylinder", "cylinder", connection_m(record, "cylinder_valve_mm"));
  part.count = number;
  parts.push_back(std::move(part));
}

void add_ammonia(const UnitRecord& record, const Content& content, Parts& parts) {
  constexpr double kKelvin = 273.15;
  Content named = content;
  if (named.substance.empty() && named.written.empty()) named.substance = "ammonia";
  const Substance* substance = substance_of(named, record);
  if (!content.inventory_kg || *content.inventory_kg <= 0.0) (void)stored_in(named, record);  // tells what is lacking
  if (substance == nullptr || !content.inventory_kg || *content.inventory_kg <= 0.0) return;
  const Unit& unit = record.unit();
  const double temperature_K = unit.temperature_K ? *unit.temperature_K : record.assume("ammonia_C") + kKelvin;
  const auto stored = stored_at(*substance, *content.inventory_kg, temperature_K, unit.pressure_abs_Pa, record);
  if (!stored) return;
  record.remark("outdoors",
                {"the machine room counts as open air, which overstates distances", "机房按露天计算, 距离偏保守"});
  Stored receiver = *stored;
  receiver.mass_kg *= record.assume("ammonia_receiver_share");
  parts.push_back(vessel_part(record, receiver, "receiver", "ammonia_receiver"));
  Part line = part_of(record, *stored, "line", "ammonia_line", bore_or(record, unit.diameter_m, "ammonia_line_mm"));
  line.count = record.value_or(unit.details.length_m, "ammonia_line_m");
  line.flows_as_pipe = true;
  parts.push_back(std::move(line));
}

struct KindParts {
  UnitKind kind;
  void (*add)(const UnitRecord&, const Content&, Parts&);
};

constexpr std::array kKinds{
    KindParts{UnitKind::pressurised_vessel, add_pressurised},
    KindParts{UnitKind::refrigerated_tank, add_refrigerated},
    KindParts{UnitKind::atmospheric_tank, add_atmospheric},
    KindParts{UnitKind::reactor, add_reactor},
    KindParts{UnitKind::column, add_column},
    KindParts{UnitKind::pump, add_machine},
    KindParts{UnitKind::compressor, add_machine},
    KindParts{UnitKind::pipework, add_pipe},
    KindParts{UnitKind::pipeline, add_pipe},
    KindParts{UnitKind::tanker_berth, add_berth},
    KindParts{UnitKind::cylinder_store, add_cylinders},
    KindParts{UnitKind::warehouse, add_warehouse},
    KindParts{UnitKind::filling_station, add_station},
    KindParts{UnitKind::ammonia_refrigeration, add_ammonia},
    KindParts{UnitKind::dust_process, add_dust},
    KindParts{UnitKind::metal_melting, add_melt},
    KindParts{UnitKind::explosives_store, add_explosives},
    KindParts{UnitKind::road_transport, add_transport},
    KindParts{UnitKind::rail_transport, add_transport},
    KindParts{UnitKind::parking_area, add_parking},
};

/// Parts of further substances carry its name.
void add_names(const Content& content, Parts& parts, std::size_t from) {
  for (std::size_t i = from; i < parts.size(); ++i) {
    parts[i].id = (content.substance.empty() ? content.written : content.substance) + "." + parts[i].id;
  }
}

}  // namespace

std::vector<Part> parts_of(const UnitRecord& record, const std::vector<Content>& contents) {
  Parts parts;
  record.check_containment();
  const auto* const kind =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const KindParts& one) { return one.kind == record.unit().kind; });
  if (kind == kKinds.end()) {
    record.lack("kind", {"the kind of unit is not stated", "未给出单元类型"},
                {"Give its kind: pressurised_vessel, atmospheric_tank, pipework ...",
                 "请给出类型: pressurised_vessel, atmospheric_tank, pipework 等"});
    return parts;
  }
  tell_unused_details(record);
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const std::size_t from = parts.size();
    kind->add(record, contents[i], parts);
    if (i > 0) add_names(contents[i], parts, from);
  }
  if (contents.size() > 1) {
    record.remark("several_substances", {"each substance counts as in a tank of its own, with the full frequency",
                                         "每种物质按单独容器、全频率计算"});
  }
  return parts;
}

}  // namespace sise

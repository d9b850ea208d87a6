
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/accidents/generate/part.hpp"
#include "core/accidents/generate/unused_details.hpp"
#include "core/geometry/line_length.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace {

constexpr double kMillimetre = 1e-3;
constexpr double kHoursPerYear = 8760.0;

/// In metres, from the record or its default in millimetres.
double bore_or(const UnitRecord& record, const std::optional<double>& bore_m, std::string_view id) {
  return bore_m ? *bore_m : record.assume(id) * kMillimetre;
}

/// What neither poisons nor burns can only burst.
void settle_inert(const UnitRecord& record, Part& part) {
  const Stored& stored = *part.stored;
  if (is_poisonous(*stored.substance, record) || burns(*stored.substance)) return;
  if (stored.phase != StoredPhase::gas) return;  // tells itself that nothing follows
  part.tree = "detonation";
  part.only_at_once = true;
  part.charge = Charge{.tnt_kg = burst_tnt_kg(stored, record)};
}

/// The record's metres say how often, the line says where.
void tell_other_length(const UnitRecord& record, double stated_m) {
  constexpr double kAlike = 0.1;
  const double drawn_m = sise::length_m(record.unit().geometry.lines);
  if (drawn_m <= 0.0 || std::abs(stated_m - drawn_m) <= kAlike * drawn_m) return;
  record.remark(
      "length_differs",
      {fmt::format("length_m says {:.0f} m and the line that is drawn is {:.0f} m long: the frequency is that "
                   "of length_m, spread over the line",
                   stated_m, drawn_m),
       fmt::format("管道长度填写为 {:.0f} m, 图上线长为 {:.0f} m: 频率按填写的长度计算, 沿图上线均匀分布", stated_m,
                   drawn_m)});
}

}  // namespace

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

std::optional<double> line_length_m(const UnitRecord& record) {
  const Unit& unit = record.unit();
  if (unit.details.length_m) {
    tell_other_length(record, *unit.details.length_m);
    return unit.details.length_m;
  }
  if (unit.geometry.lines.empty()) return std::nullopt;
  return length_m(unit.geometry.lines);
}

namespace {

/// With the unit's largest connection, which is no wider than the vessel.
Part vessel_part(const UnitRecord& record, const Stored& stored, std::string id, std::string fails_as) {
  const std::optional<double>& vessel_m = record.unit().diameter_m;
  const double bore_m = vessel_m ? std::min(connection_m(record), *vessel_m) : connection_m(record);
  return part_of(record, stored, std::move(id), std::move(fails_as), bore_m);
}

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

using Parts = std::vector<Part>;

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

void add_atmospheric(const UnitRecord& record, const Content& content, Parts& parts) {
  std::string fails_as = "atmospheric_tank";
  if (record.contained_as("shell")) fails_as += ".shell";
  if (record.contained_as("in_ground")) fails_as += ".in_ground";
  add_vessel(record, content, parts, fails_as);
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

/// Machines and pipes let out what is upstream of them.
void add_flowing(const UnitRecord& record, const Content& content, Parts& parts, const std::string& id, double count,
                 double bore_m) {
  const auto stored = stored_in(content, record);
  if (!stored) return;
  Part part = part_of(record, *stored, id, id, bore_m);
  part.count = count;
  part.flows_as_pipe = true;
  parts.push_back(std::move(part));
}

void add_machine(const UnitRecord& record, const Content& content, Parts& parts) {
  const Unit& unit = record.unit();
  const std::optional<double> stated = unit.diameter_m ? unit.diameter_m : unit.details.connection_m;
  add_flowing(record, content, parts, unit.kind == UnitKind::pump ? "pump" : "compressor", 1.0,
              bore_or(record, stated, "suction_mm"));
}

void add_pipe(const UnitRecord& record, const Content& content, Parts& parts) {
  const Unit& unit = record.unit();
  const std::optional<double> length_m = line_length_m(record);
  const std::optional<double> stated = unit.diameter_m ? unit.diameter_m : unit.details.connection_m;
  add_flowing(record, content, parts, unit.kind == UnitKind::pipeline ? "pipeline" : "pipe",
              record.value_or(length_m, "pipe_m"), bore_or(record, stated, "pipe_mm"));
}

struct Transfers {
  double number = 0.0;
  double hours = 0.0;
};

Transfers transfers_of(const UnitRecord& record, std::string_view hours_id) {
  const UnitDetails& details = record.unit().details;
  Transfers transfers;
  transfers.number = record.value_or(details.transfers_per_year, "transfers_per_year");
  transfers.hours = details.hours_per_year ? *details.hours_per_year : transfers.number * record.assume(hours_id);
  return transfers;
}

/// The hose or arm through which it passes.
Part transfer_part(const UnitRecord& record, const Stored& stored, const Transfers& transfers) {
  Part part = part_of(record, stored, "hose", "loading_hose", connection_m(record, "hose_mm"));
  if (record.contained_as("arm")) {
    part.id = "arm";
    part.fails_as = "loading_arm";
  } else {
    record.remark("hose_assumed", {"transfers pass through a hose where no arm is stated", "未说明装卸臂时按软管计算"});
  }
  part.count = transfers.hours;
  part.flows_as_pipe = true;
  part.watched = true;
  return part;
}

void add_ship(const UnitRecord& record, const Stored& stored, const Transfers& transfers, Parts& parts) {
  Part arm = transfer_part(record, stored, transfers);
  arm.id = "ship_arm";
  arm.fails_as = "ship_arm";
  arm.count = transfers.number;
  parts.push_back(std::move(arm));
  record.remark("ship_impact",
                {"collisions of passing ships are not counted: the traffic is not in the record; they may be stated "
                 "as rows of [scenarios]",
                 "未计入过往船舶碰撞: 记录中没有通航数据; 可在 [scenarios] 中给出"});
}

void add_tanker(const UnitRecord& record, const Stored& stored, double hours, Parts& parts) {
  const bool pressed = stored.phase == StoredPhase::liquefied || stored.phase == StoredPhase::gas;
  const std::string kind = pressed ? "pressurised" : "atmospheric";
  Part tanker = part_of(record, stored, "tanker", "tanker." + kind, connection_m(record, "hose_mm"));
  tanker.count = std::min(hours / kHoursPerYear, 1.0);
  parts.push_back(tanker);
  const bool only_toxic = is_poisonous(*stored.substance, record) && reacts_badly(*stored.substance, record);
  if (only_toxic || !burns(*stored.substance) || stored.phase == StoredPhase::gas) return;
  tanker.id = "fire_under_tanker";
  tanker.fails_as = "fire_under_tanker." + kind;
  tanker.count = hours;
  tanker.tree = pressed ? "fire_under_vessel" : "tank_fire";
  parts.push_back(std::move(tanker));
}

void add_berth(const UnitRecord& record, const Content& content, Parts& parts) {
  const auto stored = stored_in(content, record);
  if (!stored) return;
  const Transfers transfers = transfers_of(record, "transfer_h");
  if (record.contained_as("ship")) return add_ship(record, *stored, transfers, parts);
  record.remark("road_tanker_assumed",
                {"the berth serves road tankers where no ship is stated", "未说明船舶时按汽车槽车装卸计算"});
  parts.push_back(transfer_part(record, *stored, transfers));
  add_tanker(record, *stored, transfers.hours, parts);
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

/// Small pipes under high pressure: leaks of all its components together, and of the dispenser per vehicle that fills; deliveries
/// where the record tells of any. False: no pack tells of such a station.
bool add_gas_station(const UnitRecord& record, const Stored& stored, Parts& parts) {
  const std::string fails_as = "station." + stored.substance->id;
  const EventTrees& trees = record.context().trees;
  const std::string ignition = stored.substance->id == "hydrogen" ? "station_hydrogen" : "station_gas";
  const bool known = record.context().packs.find(fails_as, 0.0).of != nullptr && trees.tree("station_gas") != nullptr &&
                     trees.has_ignition(ignition);
  if (!known) return false;
  const double bore_m = connection_m(record, "station_pipe_mm");
  Part station = part_of(record, stored, "station", fails_as, bore_m);
  station.tree = "station_gas";
  station.ignition = ignition;
  parts.push_back(station);
  Part dispenser = station;
  dispenser.id = "dispenser";
  dispenser.fails_as = "dispenser";
  dispenser.count = record.assume("fuellings_per_year");
  parts.push_back(std::move(dispenser));
  parts.push_back(part_of(record, stored, "tank", "pressurised_vessel", bore_m));
  const UnitDetails& details = record.unit().details;
  if (!details.transfers_per_year && !details.hours_per_year) return true;
  const Transfers transfers = transfers_of(record, "delivery_h");
  Part hose = transfer_part(record, stored, transfers);
  hose.bore_m = bore_m;
  parts.push_back(std::move(hose));
  add_tanker(record, stored, transfers.hours, parts);
  parts.back().bore_m = bore_m;
  return true;
}

/// Deliveries through a hose; petrol has its own size of delivery.
void add_station(const UnitRecord& record, const Content& content, Parts& parts) {
  const auto stored = stored_in(content, record);
  if (!stored) return;
  if (stored->phase == StoredPhase::gas && add_gas_station(record, *stored, parts)) return;
  Transfers transfers;
  const UnitDetails& details = record.unit().details;
  if (details.transfers_per_year) {
    transfers.number = *details.transfers_per_year;
  } else if (stored->phase == StoredPhase::liquid) {
    transfers.number = record.assume("petrol_m3_per_year") / record.assume("petrol_delivery_m3");
  } else {
    transfers.number = record.assume("transfers_per_year");
  }
  transfers.hours = details.hours_per_year ? *details.hours_per_year : transfers.number * record.assume("delivery_h");
  Part hose = transfer_part(record, *stored, transfers);
  if (stored->phase == StoredPhase::liquid) hose.bund_m2 = record.assume("delivery_pool_m2");
  parts.push_back(std::move(hose));
  const bool liquid = stored->phase == StoredPhase::liquid;
  parts.push_back(vessel_part(record, *stored, "tank", liquid ? "atmospheric_tank.in_ground" : "pressurised_vessel"));
  if (!liquid) add_tanker(record, *stored, transfers.hours, parts);
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

#include <algorithm>

#include "core/accidents/generate/transfers.hpp"

namespace sise {
namespace {

/// Leaks of all components together, and of the dispenser per vehicle that fills. False: no pack tells of such a station.
bool add_leaks(const UnitRecord& record, const Stored& stored, const std::string& fails_as, double bore_m,
               std::vector<Part>& parts) {
  const EventTrees& trees = record.context().trees;
  const std::string ignition = stored.substance->id == "hydrogen" ? "station_hydrogen" : "station_gas";
  const bool known = record.context().packs.find(fails_as, 0.0).of != nullptr && trees.tree("station_gas") != nullptr &&
                     trees.has_ignition(ignition);
  if (!known) return false;
  Part station = part_of(record, stored, "station", fails_as, bore_m);
  station.flows_as_pipe = true;
  station.tree = "station_gas";
  station.ignition = ignition;
  parts.push_back(station);
  Part dispenser = station;
  dispenser.id = "dispenser";
  dispenser.fails_as = "dispenser";
  dispenser.count = record.assume("fuellings_per_year");
  parts.push_back(std::move(dispenser));
  return true;
}

/// Small pipes under high pressure; deliveries where the record tells of any. False as above.
bool add_gas_station(const UnitRecord& record, const Stored& stored, std::vector<Part>& parts) {
  const std::string fails_as = "station." + stored.substance->id;
  if (record.context().packs.find(fails_as, 0.0).of == nullptr) return false;
  const double bore_m = connection_m(record, "station_pipe_mm");
  if (!add_leaks(record, stored, fails_as, bore_m, parts)) return false;
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

/// LNG under pressure.
void add_liquid_leaks(const UnitRecord& record, const Stored& stored, std::vector<Part>& parts) {
  const std::string fails_as = "station." + stored.substance->id + ".liquid";
  if (stored.phase != StoredPhase::liquefied || record.context().packs.find(fails_as, 0.0).of == nullptr) return;
  (void)add_leaks(record, stored, fails_as, connection_m(record, "lng_pipe_mm"), parts);
}

/// The pump that empties the tanker, as long as it runs.
void add_delivery_pump(const UnitRecord& record, const Stored& stored, double hours, std::vector<Part>& parts) {
  constexpr double kHoursOfYear = 8760.0;
  Part pump = part_of(record, stored, "pump", "pump", connection_m(record, "hose_mm"));
  pump.flows_as_pipe = true;
  pump.watched = true;
  pump.count = std::min(hours / kHoursOfYear, 1.0);
  parts.push_back(std::move(pump));
}

}  // namespace

/// Deliveries through a hose; petrol has its own size of delivery.
void add_station(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
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
  if (liquid) return;
  add_tanker(record, *stored, transfers.hours, parts);
  add_delivery_pump(record, *stored, transfers.hours, parts);
  add_liquid_leaks(record, *stored, parts);
}

}  // namespace sise

#include <algorithm>

#include "core/accidents/generate/transfers.hpp"

namespace sise {
namespace {

constexpr double kHoursPerYear = 8760.0;

void add_ship(const UnitRecord& record, const Stored& stored, const Transfers& transfers, std::vector<Part>& parts) {
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

}  // namespace

Transfers transfers_of(const UnitRecord& record, std::string_view hours_id) {
  const UnitDetails& details = record.unit().details;
  Transfers transfers;
  transfers.number = record.value_or(details.transfers_per_year, "transfers_per_year");
  transfers.hours = details.hours_per_year ? *details.hours_per_year : transfers.number * record.assume(hours_id);
  return transfers;
}

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

void add_tanker(const UnitRecord& record, const Stored& stored, double hours, std::vector<Part>& parts) {
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

void add_berth(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  const auto stored = stored_in(content, record);
  if (!stored) return;
  const Transfers transfers = transfers_of(record, "transfer_h");
  if (record.contained_as("ship")) return add_ship(record, *stored, transfers, parts);
  record.remark("road_tanker_assumed",
                {"the berth serves road tankers where no ship is stated", "未说明船舶时按汽车槽车装卸计算"});
  parts.push_back(transfer_part(record, *stored, transfers));
  add_tanker(record, *stored, transfers.hours, parts);
}

}  // namespace sise

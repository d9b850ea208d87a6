#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "core/accidents/generate/part.hpp"

namespace sise {
namespace {

constexpr double kKilometre = 1e3;
constexpr double kYear_h = 8760.0;
constexpr double kShell_m = 1.0;  // what a collision tears open is no connection: nothing bounds its hole

/// A kind of road, or how trains run; the first of a kind of unit is taken where none is stated, being the worst.
struct Route {
  UnitKind kind;
  std::string_view id;
  std::string_view zh;
};
constexpr std::array kRoutes{
    Route{UnitKind::road_transport, "rural", "郊外公路"}, Route{UnitKind::road_transport, "motorway", "高速公路"},
    Route{UnitKind::road_transport, "urban", "城区道路"}, Route{UnitKind::rail_transport, "fast", "快速"},
    Route{UnitKind::rail_transport, "slow", "慢速"},
};

const Route* route_of(const UnitRecord& record) {
  const UnitKind kind = record.unit().kind;
  const std::string& written = record.unit().details.route;
  const Route* worst = nullptr;
  std::string words;
  for (const Route& one : kRoutes) {
    if (one.kind != kind) continue;
    if (one.id == written || one.zh == written) return &one;
    if (worst == nullptr) worst = &one;
    words += fmt::format("{}{} ({})", words.empty() ? "" : ", ", one.id, one.zh);
  }
  if (!written.empty()) {
    record.lack("route_not_understood",
                {"the route '" + written + "' was not understood", "线路类型 '" + written + "' 未能识别"},
                {"Write one of " + words, "请填写: " + words});
    return nullptr;
  }
  record.remark("route_assumed",
                {"the kind of route is not stated: " + std::string(worst->id) + ", on which releases are most frequent",
                 "未说明线路类型: 按泄漏频率最高的" + std::string(worst->zh) + "计算"});
  return worst;
}

/// Told where it lacks: nothing stands for traffic that nobody counted.
std::optional<double> transports_of(const UnitRecord& record) {
  const std::optional<double>& number = record.unit().details.transports_per_year;
  if (number && *number > 0.0) return number;
  record.lack("transports",
              {"the number of loaded vehicles or wagons a year is not stated", "未给出每年重载车辆 (车皮) 数"},
              {"Give transports_per_year", "请给出 transports_per_year"});
  return std::nullopt;
}

bool under_pressure(const Stored& stored) {
  return stored.phase == StoredPhase::liquefied || stored.phase == StoredPhase::gas;
}

const char* built_as(const Stored& stored) { return under_pressure(stored) ? "pressurised" : "atmospheric"; }

}  // namespace

void add_transport(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  const auto stored = stored_in(content, record);
  const Route* const route = route_of(record);
  const std::optional<double> number = transports_of(record);
  const std::optional<double> length_m = line_length_m(record);
  if (!length_m) {
    record.lack("line_not_drawn", {"the way of the transports is not drawn as a line", "运输线路未以线绘制"},
                {"Draw the road or railway as a line", "请以线绘制道路或铁路"});
  }
  if (!stored || route == nullptr || !number || !length_m) return;
  const bool by_rail = record.unit().kind == UnitKind::rail_transport;
  Part part = part_of(record, *stored, by_rail ? "wagon" : "vehicle",
                      fmt::format("{}.{}.{}", by_rail ? "rail" : "road", route->id, built_as(*stored)), kShell_m);
  part.count = *number * *length_m / kKilometre;
  part.under_way = by_rail ? "by_rail" : "on_road";
  parts.push_back(std::move(part));
  if (!by_rail) return;
  record.remark("switches_not_counted",
                {"switches and level crossings, where wagons derail more often, are not counted",
                 "未计入道岔和平交道口处较高的脱轨频率"});
}

void add_parking(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  const auto stored = stored_in(content, record);
  const std::optional<double> number = transports_of(record);
  if (!stored || !number) return;
  const double hours = *number * record.value_or(record.unit().details.stay_h, "stay_h");
  Part part =
      part_of(record, *stored, "tanker", fmt::format("tanker.{}", built_as(*stored)), connection_m(record, "hose_mm"));
  part.count = hours / kYear_h;
  parts.push_back(std::move(part));
  record.remark("neighbours_not_counted", {"a fire that spreads from one parked vehicle to the next is not counted",
                                           "未计入停放车辆之间的火灾蔓延"});
}

}  // namespace sise

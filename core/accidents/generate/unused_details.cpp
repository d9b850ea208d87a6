#include "core/accidents/generate/unused_details.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace sise {
namespace {

using Kind = UnitKind;
using Kinds = std::vector<UnitKind>;

const Kinds& vessels() {
  static const Kinds kVessels{Kind::pressurised_vessel, Kind::refrigerated_tank, Kind::atmospheric_tank, Kind::reactor,
                              Kind::column};
  return kVessels;
}

const Kinds& machines_and_pipes() {
  static const Kinds kFlowing{Kind::pump, Kind::compressor, Kind::pipework, Kind::pipeline};
  return kFlowing;
}

const Kinds& lines() {
  static const Kinds kLines{Kind::pipework, Kind::pipeline};
  return kLines;
}

const Kinds& transfers() {
  static const Kinds kTransfers{Kind::tanker_berth, Kind::filling_station};
  return kTransfers;
}

bool is_one_of(UnitKind kind, std::initializer_list<const Kinds*> lists, std::initializer_list<UnitKind> others = {}) {
  const auto holds = [kind](const auto& list) { return std::find(list.begin(), list.end(), kind) != list.end(); };
  return holds(others) || std::any_of(lists.begin(), lists.end(), [&](const Kinds* list) { return holds(*list); });
}

const Kinds& routes() {
  static const Kinds kRoutes{Kind::road_transport, Kind::rail_transport};
  return kRoutes;
}

bool lets_out(UnitKind kind) {
  return is_one_of(kind, {&vessels(), &machines_and_pipes(), &transfers()},
                   {Kind::cylinder_store, Kind::ammonia_refrigeration});
}

struct Detail {
  std::string_view field;
  bool (*stated)(const Unit&);
  bool (*used)(UnitKind);
};

constexpr std::array kDetails{
    Detail{"connection_mm", [](const Unit& unit) { return unit.details.connection_m.has_value(); },
           [](UnitKind kind) { return lets_out(kind) || kind == Kind::parking_area; }},
    Detail{"isolation_class", [](const Unit& unit) { return !unit.details.isolation_class.empty(); },
           [](UnitKind kind) { return lets_out(kind) || is_one_of(kind, {&routes()}, {Kind::parking_area}); }},
    Detail{"diameter_mm", [](const Unit& unit) { return unit.diameter_m.has_value(); },
           [](UnitKind kind) {
             return is_one_of(kind, {&vessels(), &machines_and_pipes()}, {Kind::ammonia_refrigeration});
           }},
    Detail{"bund_m2", [](const Unit& unit) { return unit.bund_m2.has_value(); },
           [](UnitKind kind) {
             return lets_out(kind) || is_one_of(kind, {&routes()}, {Kind::warehouse, Kind::parking_area});
           }},
    Detail{"transports_per_year", [](const Unit& unit) { return unit.details.transports_per_year.has_value(); },
           [](UnitKind kind) { return is_one_of(kind, {&routes()}, {Kind::parking_area}); }},
    Detail{"route", [](const Unit& unit) { return !unit.details.route.empty(); },
           [](UnitKind kind) { return is_one_of(kind, {&routes()}); }},
    Detail{"stay_h", [](const Unit& unit) { return unit.details.stay_h.has_value(); },
           [](UnitKind kind) { return kind == Kind::parking_area; }},
    Detail{"length_m", [](const Unit& unit) { return unit.details.length_m.has_value(); },
           [](UnitKind kind) {
             return is_one_of(kind, {&routes()}, {Kind::pipework, Kind::pipeline, Kind::ammonia_refrigeration});
           }},
    Detail{"valve_spacing_m", [](const Unit& unit) { return unit.details.valve_spacing_m.has_value(); },
           [](UnitKind kind) { return is_one_of(kind, {&lines()}); }},
    Detail{"valve_closing_s", [](const Unit& unit) { return unit.details.valve_closing_s.has_value(); },
           [](UnitKind kind) { return is_one_of(kind, {&lines()}); }},
    Detail{"transfers_per_year", [](const Unit& unit) { return unit.details.transfers_per_year.has_value(); },
           [](UnitKind kind) { return is_one_of(kind, {&transfers()}); }},
    Detail{"hours_per_year", [](const Unit& unit) { return unit.details.hours_per_year.has_value(); },
           [](UnitKind kind) { return is_one_of(kind, {&transfers()}); }},
    Detail{"volume_m3", [](const Unit& unit) { return unit.details.volume_m3.has_value(); },
           [](UnitKind kind) { return kind == Kind::dust_process; }},
    Detail{"kst_bar_m_s", [](const Unit& unit) { return unit.details.kst_bar_m_s.has_value(); },
           [](UnitKind /*kind*/) { return false; }},
};

/// Where a word of `containment` counts.
struct WordUse {
  std::string_view word;
  bool (*used)(UnitKind);
};

constexpr std::array kWordUses{
    WordUse{"single", [](UnitKind kind) { return kind == Kind::refrigerated_tank; }},
    WordUse{"double", [](UnitKind kind) { return kind == Kind::refrigerated_tank; }},
    WordUse{"full", [](UnitKind kind) { return kind == Kind::refrigerated_tank; }},
    WordUse{"shell",
            [](UnitKind kind) {
              return is_one_of(kind, {}, {Kind::refrigerated_tank, Kind::atmospheric_tank});
            }},
    WordUse{"in_ground",
            [](UnitKind kind) {
              return is_one_of(kind, {},
                               {Kind::pressurised_vessel, Kind::atmospheric_tank, Kind::pipework, Kind::pipeline});
            }},
    WordUse{"mounded", [](UnitKind kind) { return kind == Kind::pressurised_vessel; }},
    WordUse{"fixed_roof", [](UnitKind kind) { return kind == Kind::atmospheric_tank; }},
    WordUse{"floating_roof", [](UnitKind kind) { return kind == Kind::atmospheric_tank; }},
    WordUse{"vented", [](UnitKind kind) { return kind == Kind::dust_process; }},
    WordUse{"silo", [](UnitKind kind) { return kind == Kind::dust_process; }},
    WordUse{"arm", [](UnitKind kind) { return is_one_of(kind, {&transfers()}); }},
    WordUse{"hose", [](UnitKind kind) { return is_one_of(kind, {&transfers()}); }},
    WordUse{"ship", [](UnitKind kind) { return kind == Kind::tanker_berth; }},
    WordUse{"road", [](UnitKind kind) { return is_one_of(kind, {&transfers()}); }},
    WordUse{"rail", [](UnitKind kind) { return kind == Kind::tanker_berth; }},
    WordUse{"level_1", [](UnitKind kind) { return kind == Kind::warehouse; }},
    WordUse{"level_2", [](UnitKind kind) { return kind == Kind::warehouse; }},
    WordUse{"level_3", [](UnitKind kind) { return kind == Kind::warehouse; }},
};

void tell(const UnitRecord& record, const std::string& what) {
  const Text kind = label_of(record.unit().kind);
  record.remark("detail_not_used",
                {"'" + what + "' is stated but changes nothing for a unit of this kind (" + kind.en + ")",
                 "已填写 '" + what + "', 但该类单元 (" + kind.zh + ") 不使用该项, 结果不受影响"});
}

}  // namespace

void tell_unused_details(const UnitRecord& record) {
  const Unit& unit = record.unit();
  for (const Detail& one : kDetails) {
    if (one.stated(unit) && !one.used(unit.kind)) tell(record, std::string(one.field));
  }
  for (const WordUse& one : kWordUses) {
    if (record.contained_as(one.word) && !one.used(unit.kind)) tell(record, "containment = " + std::string(one.word));
  }
}

}  // namespace sise

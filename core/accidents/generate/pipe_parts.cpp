#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/accidents/generate/part.hpp"
#include "core/geometry/line_length.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace {

constexpr double kTonne_kg = 1e3;

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

/// Machines and pipes let out what is upstream of them.
Part flowing_part(const UnitRecord& record, const Stored& stored, const std::string& id, double count, double bore_m) {
  Part part = part_of(record, stored, id, id, bore_m);
  part.count = count;
  part.flows_as_pipe = true;
  return part;
}

/// Full of what it carries; a gas by its virial coefficient. None: a property is lacking, which its release will tell.
std::optional<double> content_kg(const Stored& stored, double bore_m, double length_m) {
  try {
    const Fluid fluid(*stored.physics);
    const double density = stored.phase == StoredPhase::gas
                               ? fluid.vapour_density_kg_m3(stored.temperature_K, stored.pressure_Pa)
                               : fluid.liquid_density_kg_m3(stored.temperature_K);
    return density * std::numbers::pi / 4.0 * bore_m * bore_m * length_m;
  } catch (const ModelError&) {
    return std::nullopt;
  }
}

/// Of a pipeline nobody states an inventory: it is full, all along the line or between two block valves, whichever is more.
std::optional<Stored> stored_in_line(const UnitRecord& record, const Content& content, double bore_m,
                                     const std::optional<double>& length_m) {
  if (content.inventory_kg || !length_m || record.unit().kind != UnitKind::pipeline) return stored_in(content, record);
  Content full = content;
  full.inventory_kg = 1.0;  // until its density is known
  auto stored = stored_in(full, record);
  if (!stored) return std::nullopt;
  const double full_m = std::max(*length_m, record.value_or(record.unit().details.valve_spacing_m, "valve_spacing_m"));
  const std::optional<double> mass_kg = content_kg(*stored, bore_m, full_m);
  if (!mass_kg) return stored_in(content, record);  // tells that the inventory is lacking
  stored->mass_kg = *mass_kg;
  record.remark(
      "full_line",
      {fmt::format("no inventory is stated: {:.6g} m of the line hold {:.4g} t", full_m, stored->mass_kg / kTonne_kg),
       fmt::format("未给出储量: 按 {:.6g} m 管段的存量 {:.4g} t 计算", full_m, stored->mass_kg / kTonne_kg)});
  return stored;
}

void tell_whole_section(const UnitRecord& record, const Part& part, double spacing_m) {
  record.remark("section_holds_all",
                {fmt::format("between block valves {:.6g} m apart {:.4g} t have room, and the inventory is {:.4g} t: "
                             "the valves cut nothing off",
                             spacing_m, *part.section_kg / kTonne_kg, part.stored->mass_kg / kTonne_kg),
                 fmt::format("截断阀间距 {:.6g} m 的管段可容纳 {:.4g} t, 而储量为 {:.4g} t: 截断阀不起隔断作用",
                             spacing_m, *part.section_kg / kTonne_kg, part.stored->mass_kg / kTonne_kg)});
}

/// Isolation alone stops a leak at once; with valves whose distance is stated or assumed, a section still drains.
void cut_at_valves(const UnitRecord& record, Part& part) {
  const UnitDetails& details = record.unit().details;
  if (!details.valve_spacing_m && !details.valve_closing_s) {
    if (details.isolation_class.empty()) return;
    record.remark("section_not_counted",
                  {"when it is isolated nothing more flows out: what the section between its valves still holds counts "
                   "where valve_spacing_m is stated",
                   "隔离后不再泄漏: 仅在给出 valve_spacing_m 时计入截断阀之间管段的存量"});
    return;
  }
  const double spacing_m = record.value_or(details.valve_spacing_m, "valve_spacing_m");
  part.section_kg = content_kg(*part.stored, part.bore_m, spacing_m);
  if (part.section_holds_all()) tell_whole_section(record, part, spacing_m);
}

}  // namespace

std::optional<double> line_length_m(const UnitRecord& record) {
  const Unit& unit = record.unit();
  if (unit.details.length_m) {
    tell_other_length(record, *unit.details.length_m);
    return unit.details.length_m;
  }
  if (unit.geometry.lines.empty()) return std::nullopt;
  return length_m(unit.geometry.lines);
}

void add_machine(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  const auto stored = stored_in(content, record);
  if (!stored) return;
  const Unit& unit = record.unit();
  const std::optional<double> stated = unit.diameter_m ? unit.diameter_m : unit.details.connection_m;
  parts.push_back(flowing_part(record, *stored, unit.kind == UnitKind::pump ? "pump" : "compressor", 1.0,
                               bore_or(record, stated, "suction_mm")));
}

void add_pipe(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  const Unit& unit = record.unit();
  const std::optional<double> length_m = line_length_m(record);
  const std::optional<double> stated = unit.diameter_m ? unit.diameter_m : unit.details.connection_m;
  const double bore_m = bore_or(record, stated, "pipe_mm");
  const auto stored = stored_in_line(record, content, bore_m, length_m);
  if (!stored) return;
  Part pipe = flowing_part(record, *stored, unit.kind == UnitKind::pipeline ? "pipeline" : "pipe",
                           record.value_or(length_m, "pipe_m"), bore_m);
  if (record.contained_as("in_ground")) pipe.upright_share = record.assume("buried_upright_share");
  cut_at_valves(record, pipe);
  parts.push_back(std::move(pipe));
}

}  // namespace sise

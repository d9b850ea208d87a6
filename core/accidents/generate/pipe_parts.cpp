#include <fmt/format.h>

#include <cmath>

#include "core/accidents/generate/part.hpp"
#include "core/geometry/line_length.hpp"

namespace sise {
namespace {

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
void add_flowing(const UnitRecord& record, const Content& content, std::vector<Part>& parts, const std::string& id,
                 double count, double bore_m) {
  const auto stored = stored_in(content, record);
  if (!stored) return;
  Part part = part_of(record, *stored, id, id, bore_m);
  part.count = count;
  part.flows_as_pipe = true;
  parts.push_back(std::move(part));
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
  const Unit& unit = record.unit();
  const std::optional<double> stated = unit.diameter_m ? unit.diameter_m : unit.details.connection_m;
  add_flowing(record, content, parts, unit.kind == UnitKind::pump ? "pump" : "compressor", 1.0,
              bore_or(record, stated, "suction_mm"));
}

void add_pipe(const UnitRecord& record, const Content& content, std::vector<Part>& parts) {
  const Unit& unit = record.unit();
  const std::optional<double> length_m = line_length_m(record);
  const std::optional<double> stated = unit.diameter_m ? unit.diameter_m : unit.details.connection_m;
  add_flowing(record, content, parts, unit.kind == UnitKind::pipeline ? "pipeline" : "pipe",
              record.value_or(length_m, "pipe_m"), bore_or(record, stated, "pipe_mm"));
}

}  // namespace sise

// A counted part of a unit: what fails, what it holds, and how it flows.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/accidents/generate/stored.hpp"

namespace sise {

/// What goes off where it lies.
struct Charge {
  double tnt_kg = 0.0;
  double room_tnt_kg = 0.0;  ///< of a secondary explosion
  double fire_kg = 0.0;      ///< what burns in a mass fire
};

/// The poison that a fire gives off.
struct Smoke {
  std::string substance;
  double rate_kg_s = 0.0;
  double duration_s = 0.0;
};

struct Part {
  std::string id;        ///< unique within the unit: "vessel", "hose"
  std::string fails_as;  ///< as packs name it
  double count = 1.0;    ///< metres, hours, operations, items or vehicle-km; for per_year the share of the year
  std::optional<Stored> stored;
  double bore_m = 0.0;         ///< of the largest connection, or the pipe: no hole is wider
  bool flows_as_pipe = false;  ///< what flashes has time to do so
  /// Of a line between two block valves; what still drains when these are closed.
  std::optional<double> section_kg{};
  std::optional<double> bund_m2{};        ///< no pool is wider
  std::optional<double> upright_share{};  ///< of its jets; none: their direction is not known
  bool watched = false;                   ///< an operator stands by and may stop the transfer
  std::string tree{};                     ///< empty: follows from what it holds
  std::string ignition{};                 ///< whose ignition that tree takes; empty: none
  std::string under_way{};                ///< "on_road" or "by_rail": gas ignites as in transport
  bool only_at_once = false;              ///< leaks of it harm nobody
  std::optional<Charge> charge{};
  std::optional<Smoke> smoke{};

  /// What it holds does not flow: it goes off.
  [[nodiscard]] bool charge_alone() const { return charge && !only_at_once; }
  /// Its valves part it, but all that there is lies between two of them.
  [[nodiscard]] bool section_holds_all() const { return section_kg && stored && *section_kg >= stored->mass_kg; }
};

/// The parts of a unit by its kind, with what several substances hold; what is lacking is told to the record.
[[nodiscard]] std::vector<Part> parts_of(const UnitRecord& record, const std::vector<Content>& contents);

/// Stores and processes that explode or smoke; parts.cpp asks for these and the following by kind.
void add_explosives(const UnitRecord& record, const Content& content, std::vector<Part>& parts);
void add_dust(const UnitRecord& record, const Content& content, std::vector<Part>& parts);
void add_melt(const UnitRecord& record, const Content& content, std::vector<Part>& parts);
void add_warehouse(const UnitRecord& record, const Content& content, std::vector<Part>& parts);

/// What moves on roads and rails, and what is parked.
void add_transport(const UnitRecord& record, const Content& content, std::vector<Part>& parts);
void add_parking(const UnitRecord& record, const Content& content, std::vector<Part>& parts);

/// Machines and pipes let out what is upstream of them.
void add_machine(const UnitRecord& record, const Content& content, std::vector<Part>& parts);
void add_pipe(const UnitRecord& record, const Content& content, std::vector<Part>& parts);

/// Where tankers and ships load, and stations.
void add_berth(const UnitRecord& record, const Content& content, std::vector<Part>& parts);
void add_station(const UnitRecord& record, const Content& content, std::vector<Part>& parts);

/// A part that holds this, with the unit's bund; what neither poisons nor burns can only burst.
[[nodiscard]] Part part_of(const UnitRecord& record, const Stored& stored, std::string id, std::string fails_as,
                           double bore_m);
/// The same with the unit's largest connection, which is no wider than the vessel.
[[nodiscard]] Part vessel_part(const UnitRecord& record, const Stored& stored, std::string id, std::string fails_as);
/// In metres, from the record or its default in millimetres.
[[nodiscard]] double bore_or(const UnitRecord& record, const std::optional<double>& bore_m, std::string_view id);
/// Bore of the unit's largest connection, m: as stated, or the default of that id.
[[nodiscard]] double connection_m(const UnitRecord& record, std::string_view id = "connection_mm");
/// Metres: as stated, or of the line that is drawn; a difference is told. None: neither is there.
[[nodiscard]] std::optional<double> line_length_m(const UnitRecord& record);

/// TNT of a vessel of gas that bursts at its pressure.
[[nodiscard]] double burst_tnt_kg(const Stored& stored, const UnitRecord& record);

}  // namespace sise

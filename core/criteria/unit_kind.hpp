// The kinds of hazardous units that records and rules name.
#pragma once
#include <optional>
#include <string_view>

#include "models/base/text.hpp"

namespace sise {

enum class UnitKind {
  unspecified,
  pressurised_vessel,
  refrigerated_tank,
  atmospheric_tank,
  reactor,
  column,
  pump,
  compressor,
  pipework,
  pipeline,
  tanker_berth,
  cylinder_store,
  warehouse,
  filling_station,
  ammonia_refrigeration,
  dust_process,
  metal_melting,
  explosives_store,
  road_transport,
  rail_transport,
  parking_area,
};

[[nodiscard]] std::string_view name_of(UnitKind kind);
[[nodiscard]] Text label_of(UnitKind kind);
/// Accepts the identifiers of the contract and their Chinese names (常压储罐, 压力容器, ...).
[[nodiscard]] std::optional<UnitKind> unit_kind_from(std::string_view name);

}  // namespace sise

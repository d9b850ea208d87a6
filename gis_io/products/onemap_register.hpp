// A register on the one map. Not for use outside products.
#pragma once
#include <cstdint>

#include "gis_io/products/onemap_compute.hpp"
#include "gis_io/products/onemap_files.hpp"
#include "gis_io/products/open_register.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {

/// What its rows take, from reading to drawing.
[[nodiscard]] std::int64_t register_memory_bytes(const Register& reg);

/// A register, rated. The map's layers read from it until they are written.
class RatedRegister {
 public:
  /// Keeps references to both.
  RatedRegister(Register& reg, const std::vector<RegisterSource>& sources, bool colour_blind, Progress* progress);
  RatedRegister(const RatedRegister&) = delete;
  RatedRegister& operator=(const RatedRegister&) = delete;
  RatedRegister(RatedRegister&&) = delete;
  RatedRegister& operator=(RatedRegister&&) = delete;
  ~RatedRegister() = default;

  [[nodiscard]] const RegisterView& view() const { return view_; }

 private:
  RateResult result_;
  ClassScheme scheme_;
  RegisterView view_;
};

/// Puts the register's groups before all others, its sectors into the group of sectors, and its sectors' pictures into the
/// map's. Rows that are left out are told in the report.
void add_register(const RegisterView& view, const SectorPack& pack, const MultiPolygon& district, OneMap& made,
                  RunReport& report);

/// `sise onemap` of a project without units: what its register says, and that risk zones and major hazards are not in it.
[[nodiscard]] RunReport run_onemap_of_register(const RunOptions& options, ProjectConfig config);

}  // namespace sise

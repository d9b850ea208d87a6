// The inner loop of PlaneTable.
#pragma once
#include <cstddef>
#include <span>

namespace sise {

/// A fine table over w and round the piece (plane_table.hpp), and how to find a place in it.
struct PlaneLookup {
  const float* values = nullptr;  ///< by w, then round the piece
  std::size_t columns = 0;
  double rows_per_w = 0.0;
  double last_row = 0.0;  ///< the last that has a next one
  double w_first = 0.0;
  double columns_round = 0.0;  ///< of a quarter turn at either end
  double columns_per_m = 0.0;  ///< along the piece
  double from_m = 0.0;
  double to_m = 0.0;
  double width_m = 0.0;
};

/// Bilinear; NaN beyond the table. All spans have one length.
void plane_lookup(const PlaneLookup& table, std::span<const double> x_m, std::span<const double> y_m,
                  std::span<double> out);

}  // namespace sise

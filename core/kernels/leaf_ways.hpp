// A line as the cells of one leaf of the tree see it.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/kernels/placed_kernel.hpp"

namespace sise {

/// What is near comes as single sources that are looked up in a table, the rest as ways. All from the line's origin.
class LeafWays {
 public:
  struct Source {
    Point at;
    double share = 0.0;  ///< of the line
  };

  /// Of these stretches; sources on the table lie within `table_m` of the leaf.
  LeafWays(const PlacedKernel& line, std::span<const std::uint32_t> stretches, const Bounds& leaf, double cell_m,
           double table_m);

  [[nodiscard]] std::span<const Source> on_table() const { return on_table_; }
  /// The ways on which these lie.
  [[nodiscard]] std::span<const SourceWay> beside() const { return beside_; }
  /// Small from the leaf.
  [[nodiscard]] std::span<const SourceWay> far() const { return far_; }

 private:
  void part(const SourceWay& way, double length_m, double cell_m);

  Bounds leaf_;
  double table_m_;
  std::vector<Source> on_table_;
  std::vector<SourceWay> beside_, far_;
};

}  // namespace sise

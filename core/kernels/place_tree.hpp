// Many kernels summed at many places: the grid's tree for places that lie as they like.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/progress.hpp"
#include "core/kernels/placed_kernel.hpp"
#include "core/kernels/risk_scale.hpp"

namespace sise {

/// Square blocks over the places, quartered until few places are left in one. A kernel goes down from the top; a block
/// whose 6 × 6 nodes resolve it keeps it there, a block without quarters asks each of its places. Whole-number sums, as
/// RiskTree's: the same bytes in any order and for any number of threads. Each place gets the kernel's value there, to a
/// thousandth.
class PlaceTree {
 public:
  explicit PlaceTree(std::span<const Point> places, const RiskScale& scale);

  /// Adds kernels, in parallel over the top blocks; those of new units to `fresh` as well.
  void add(std::span<const PlacedKernel> kernels, Progress* progress);
  /// After the last kernel. `fresh` may be empty.
  void read(std::span<double> all, std::span<double> fresh) const;

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  struct Block {
    double x{}, y{}, half_m{};   ///< centre and half edge
    std::size_t begin{}, end{};  ///< its places, in order_
    std::size_t first_child{};   ///< of up to four in a row; kNone: none
    std::size_t children = 0;
    std::size_t parent = kNone;

    [[nodiscard]] NodeSquare square() const { return {x, y, half_m}; }
  };

  void divide(std::size_t index);
  void descend(std::size_t index, const PlacedKernel& kernel);
  void descend_along(std::size_t index, const PlacedKernel& line, std::span<const std::uint32_t> stretches,
                     double least_per_year);
  void add_nodes(std::size_t index, const PlacedKernel& kernel, const BlockNodes::Values& values);
  void add_place(std::size_t place, const PlacedKernel& kernel, double risk_per_year);
  [[nodiscard]] bool keep(std::size_t index, const PlacedKernel& kernel);
  void add_places(const Block& block, const PlacedKernel& kernel);

  RiskScale scale_;
  std::vector<Point> places_;         ///< block by block
  std::vector<std::size_t> order_;    ///< which of the caller's places each is
  std::vector<std::size_t> leaf_of_;  ///< the last block of each
  std::vector<Block> blocks_;
  std::size_t tops_ = 0;
  std::vector<std::int64_t> nodes_, fresh_nodes_;
  std::vector<std::int64_t> sums_, fresh_sums_;
};

}  // namespace sise

// Values on a grid: an owner (Raster) and a non-owning window onto one (RasterView) are two types.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace sise {

#ifdef NDEBUG
inline constexpr bool raster_bounds_checked = false;
#else
inline constexpr bool raster_bounds_checked = true;  ///< Debug builds throw std::out_of_range at a wrong index
#endif

/// Nodata of every floating-point field.
inline constexpr double nodata = std::numeric_limits<double>::quiet_NaN();

/// A rectangle of cells inside somebody else's storage. Row 0 is the northern row; a row's cells are contiguous.
/// RasterView<const T> only reads; RasterView<T> converts to it.
template <class T>
class RasterView {
 public:
  RasterView() = default;
  /// `stride` is the distance in cells between the starts of two rows, at least `columns`.
  RasterView(T* data, std::int64_t columns, std::int64_t rows, std::int64_t stride)
      : data_(data), columns_(columns), rows_(rows), stride_(stride) {
    if (columns < 0 || rows < 0 || stride < columns) throw std::invalid_argument("RasterView: impossible shape");
  }
  RasterView(T* data, std::int64_t columns, std::int64_t rows) : RasterView(data, columns, rows, columns) {}

  template <class U>
    requires(std::is_same_v<const U, T> && !std::is_const_v<U>)
  RasterView(const RasterView<U>& other)  // NOLINT(google-explicit-constructor): as span<T> to span<const T>
      : data_(other.data()), columns_(other.columns()), rows_(other.rows()), stride_(other.stride()) {}

  [[nodiscard]] std::int64_t columns() const { return columns_; }
  [[nodiscard]] std::int64_t rows() const { return rows_; }
  [[nodiscard]] std::int64_t stride() const { return stride_; }
  [[nodiscard]] T* data() const { return data_; }

  [[nodiscard]] T& at(std::int64_t column, std::int64_t row) const {
    if constexpr (raster_bounds_checked) {
      require(column >= 0 && column < columns_ && row >= 0 && row < rows_, "RasterView: cell outside the raster");
    }
    return data_[row * stride_ + column];
  }

  [[nodiscard]] std::span<T> row(std::int64_t row) const {
    if constexpr (raster_bounds_checked) require(row >= 0 && row < rows_, "RasterView: row outside the raster");
    return {data_ + row * stride_, static_cast<std::size_t>(columns_)};
  }

  /// The part that starts at (column, row). Always checked: it is asked once per tile, not once per cell.
  [[nodiscard]] RasterView window(std::int64_t column, std::int64_t row, std::int64_t columns,
                                  std::int64_t rows) const {
    require(column >= 0 && row >= 0 && columns >= 0 && rows >= 0 && columns <= columns_ - column && rows <= rows_ - row,
            "RasterView: window outside the raster");
    return {data_ + row * stride_ + column, columns, rows, stride_};
  }

 private:
  static void require(bool holds, const char* message) {
    if (!holds) throw std::out_of_range(message);
  }

  T* data_ = nullptr;
  std::int64_t columns_ = 0;
  std::int64_t rows_ = 0;
  std::int64_t stride_ = 0;
};

/// Owns columns × rows values, row by row from the north. NaN (`nodata`) marks "no data" in floating-point rasters.
template <class T>
class Raster {
  static_assert(!std::is_same_v<T, bool>, "use std::uint8_t: std::vector<bool> has no addressable cells");

 public:
  Raster() = default;
  /// Throws std::invalid_argument for a negative size, std::bad_alloc when it does not fit into memory.
  Raster(std::int64_t columns, std::int64_t rows, T fill = {})
      : columns_(columns), rows_(rows), values_(count(columns, rows), std::move(fill)) {}

  [[nodiscard]] std::int64_t columns() const { return columns_; }
  [[nodiscard]] std::int64_t rows() const { return rows_; }
  [[nodiscard]] std::span<T> data() { return values_; }
  [[nodiscard]] std::span<const T> data() const { return values_; }
  [[nodiscard]] RasterView<T> view() { return {values_.data(), columns_, rows_}; }
  [[nodiscard]] RasterView<const T> view() const { return {values_.data(), columns_, rows_}; }
  [[nodiscard]] T& at(std::int64_t column, std::int64_t row) { return view().at(column, row); }
  [[nodiscard]] const T& at(std::int64_t column, std::int64_t row) const { return view().at(column, row); }
  [[nodiscard]] std::span<T> row(std::int64_t row) { return view().row(row); }
  [[nodiscard]] std::span<const T> row(std::int64_t row) const { return view().row(row); }

  bool operator==(const Raster&) const = default;

 private:
  static std::size_t count(std::int64_t columns, std::int64_t rows) {
    if (columns < 0 || rows < 0) throw std::invalid_argument("Raster: negative size");
    return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
  }

  std::int64_t columns_ = 0;
  std::int64_t rows_ = 0;
  std::vector<T> values_;
};

}  // namespace sise

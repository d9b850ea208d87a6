#include "core/geometry/cell_polygons.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>
#include <vector>

#include "core/geometry/open_chains.hpp"

namespace sise {
namespace {

constexpr std::int16_t outside = -1;

/// Edges that meet in a lattice point, counter-clockwise. Sector k is the cell between edge k and edge k + 1.
enum Edge : unsigned { east = 0, north = 1, west = 2, south = 3 };
/// The four cells around it.
enum Sector : unsigned { north_east = 0, north_west = 1, south_west = 2, south_east = 3 };

struct ByPlace {
  bool operator()(Point a, Point b) const { return a.y != b.y ? a.y < b.y : a.x < b.x; }
};

/// Cuts a line that comes back to a point into simple rings that touch there.
std::vector<std::vector<Point>> simple_rings(const std::vector<Point>& line) {
  std::vector<std::vector<Point>> rings;
  std::map<Point, std::size_t, ByPlace> position;
  std::vector<Point> path;
  for (const Point& p : line) {
    const auto [seen, is_new] = position.try_emplace(p, path.size());
    if (is_new) {
      path.push_back(p);
      continue;
    }
    const auto loop = path.begin() + static_cast<std::ptrdiff_t>(seen->second);
    rings.emplace_back(loop, path.end());
    std::for_each(loop + 1, path.end(), [&](Point q) { position.erase(q); });
    path.erase(loop + 1, path.end());
  }
  rings.push_back(std::move(path));
  return rings;
}

bool touches_itself(std::vector<Point> line) {
  std::sort(line.begin(), line.end(), ByPlace{});
  return std::adjacent_find(line.begin(), line.end()) != line.end();
}

}  // namespace

class CellPolygonizer::Impl {
 public:
  explicit Impl(const GridSpec& grid)
      : grid_(grid),
        upper_(framed_columns(grid), outside),
        lower_(upper_),
        upper_labels_(upper_.size(), 0),
        lower_labels_(upper_labels_),
        down_(upper_.size(), OpenChains::none),
        up_(down_) {}

  void add_row(std::span<const std::uint8_t> codes) {
    if (static_cast<std::int64_t>(codes.size()) != grid_.columns) {
      throw std::invalid_argument("CellPolygonizer: a row must have one code per column");
    }
    if (rows_ == grid_.rows) throw std::logic_error("CellPolygonizer: more rows than the grid has");
    std::copy(codes.begin(), codes.end(), lower_.begin() + 1);
    add_lattice_points();
    ++rows_;
    if (rows_ < grid_.rows) return;
    std::fill(lower_.begin(), lower_.end(), outside);
    add_lattice_points();
  }

  std::map<int, MultiPolygon> finish() {
    if (rows_ != grid_.rows || finished_) throw std::logic_error("CellPolygonizer: finish needs every row, once");
    finished_ = true;
    std::map<int, MultiPolygon> polygons;
    for (auto& [code, rings] : rings_) polygons[code] = rings.assemble(labels_);
    return polygons;
  }

 private:
  static std::size_t framed_columns(const GridSpec& grid) {
    check_lattice(grid);
    return static_cast<std::size_t>(grid.columns) + 2;
  }

  /// The lattice points between the rows upper_ and lower_, from west to east; point k lies west of column k.
  void add_lattice_points() {
    label_lower_row();
    const auto points = static_cast<std::size_t>(grid_.columns) + 1;
    for (std::size_t k = 0; k < points; ++k) {
      const std::int16_t code = upper_[k];
      if (upper_[k + 1] == code && lower_[k] == code && lower_[k + 1] == code) continue;
      add_lattice_point(k);
    }
    std::swap(upper_, lower_);
    std::swap(upper_labels_, lower_labels_);
  }

  void label_lower_row() {
    for (std::size_t i = 1; i + 1 < lower_.size(); ++i) {
      const std::int16_t code = lower_[i];
      if (code == outside) continue;
      const bool with_north = upper_[i] == code;
      if (lower_[i - 1] == code) {
        lower_labels_[i] = lower_labels_[i - 1];
        if (with_north && upper_labels_[i] != lower_labels_[i]) labels_.unite(upper_labels_[i], lower_labels_[i]);
      } else {
        lower_labels_[i] = with_north ? upper_labels_[i] : labels_.make();
      }
    }
  }

  /// Around a lattice point every run of sectors with one code passes one line through the point: with the run on its
  /// left it comes in along the run's last edge and goes out along its first.
  void add_lattice_point(std::size_t k) {
    point_ = k;
    const std::array<std::int16_t, 4> code{upper_[k + 1], upper_[k], lower_[k], lower_[k + 1]};
    in_ = {OpenChains::none, down_[k], east_going_, OpenChains::none};
    out_ = {OpenChains::none, up_[k], west_going_, OpenChains::none};
    for (unsigned first = 0; first < 4; ++first) {
      if (code[first] == code[(first + 3) % 4]) continue;  // not the beginning of a run
      unsigned length = 1;
      while (code[(first + length) % 4] == code[first]) ++length;
      if (code[first] != outside) pass_line((first + length) % 4, first, length == 2);
    }
    west_going_ = in_[east];  // a line that comes in from the east is, seen from there, the one that goes west
    east_going_ = out_[east];
    up_[k] = in_[south];
    down_[k] = out_[south];
  }

  void pass_line(unsigned entry, unsigned exit, bool straight) {
    const bool entry_known = entry == north || entry == west;
    const bool exit_known = exit == north || exit == west;
    const Point vertex{grid_.x_edge(static_cast<std::int64_t>(point_)), grid_.y_edge(rows_)};
    if (entry_known && exit_known) {
      chains_.append(in_[entry], vertex);
      close(entry, exit);
    } else if (entry_known) {
      if (!straight) chains_.append(in_[entry], vertex);
      out_[exit] = in_[entry];
    } else if (exit_known) {
      if (!straight) chains_.prepend(out_[exit], vertex);
      in_[entry] = out_[exit];
    } else {
      const OpenChains::Ends ends = chains_.start(vertex);
      in_[entry] = ends.head;
      out_[exit] = ends.tail;
    }
  }

  void close(unsigned entry, unsigned exit) {
    const auto line = chains_.join(in_[entry], out_[exit]);
    if (!line) return;
    const std::size_t cell = entry == north ? point_ + 1 : point_;  // of the upper row, on the line's left
    RegionRings& rings = rings_[upper_[cell]];
    if (!touches_itself(*line)) {
      rings.add(upper_labels_[cell], *line);
      return;
    }
    for (std::vector<Point>& ring : simple_rings(*line)) rings.add(upper_labels_[cell], std::move(ring));
  }

  GridSpec grid_;
  OpenChains chains_;
  RegionLabels labels_;
  std::map<int, RegionRings> rings_;

  // Codes and regions of two rows, framed by `outside`: column c stands at index c + 1.
  std::vector<std::int16_t> upper_;
  std::vector<std::int16_t> lower_;
  std::vector<RegionLabels::Label> upper_labels_;
  std::vector<RegionLabels::Label> lower_labels_;
  // Open ends on the vertical edge below each lattice point passed: tails of lines that go down, heads of lines that
  // come up; and on the horizontal edge east of the last point.
  std::vector<OpenChains::End> down_;
  std::vector<OpenChains::End> up_;
  OpenChains::End east_going_ = OpenChains::none;
  OpenChains::End west_going_ = OpenChains::none;

  // The lattice point at hand: tails of lines coming in and heads of lines going out, by edge.
  std::size_t point_ = 0;
  std::array<OpenChains::End, 4> in_{};
  std::array<OpenChains::End, 4> out_{};

  std::int64_t rows_ = 0;
  bool finished_ = false;
};

CellPolygonizer::CellPolygonizer(const GridSpec& grid) : impl_(std::make_unique<Impl>(grid)) {}
CellPolygonizer::~CellPolygonizer() = default;
CellPolygonizer::CellPolygonizer(CellPolygonizer&&) noexcept = default;
CellPolygonizer& CellPolygonizer::operator=(CellPolygonizer&&) noexcept = default;

void CellPolygonizer::add_row(std::span<const std::uint8_t> codes) { impl_->add_row(codes); }

std::map<int, MultiPolygon> CellPolygonizer::finish() { return impl_->finish(); }

}  // namespace sise

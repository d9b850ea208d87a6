// One enterprise, one sheet (一企一档): what it is, how it came to its colour, its points, dangers, visits and what its
// records lack.
#pragma once
#include <string>
#include <vector>

#include "gis_io/write/results/register_view.hpp"

namespace sise {

/// Rows of points and dangers by enterprise, gathered once for all sheets.
class DossierRows {
 public:
  explicit DossierRows(const RegisterView& view);
  [[nodiscard]] const std::vector<std::size_t>& points(std::size_t enterprise) const { return points_[enterprise]; }
  [[nodiscard]] const std::vector<std::size_t>& dangers(std::size_t enterprise) const { return dangers_[enterprise]; }

 private:
  std::vector<std::vector<std::size_t>> points_;  ///< the worst first
  std::vector<std::vector<std::size_t>> dangers_;
};

/// A page of HTML that stands alone and prints on A4. Who is responsible and telephone numbers stay out.
[[nodiscard]] std::string dossier_page(const RegisterView& view, const DossierRows& rows, std::size_t enterprise,
                                       const std::string& provenance);

/// The enterprises that are asked for by credit code, id or name (former names included), in the register's order; "all"
/// stands for every one that counts. Throws ConfigError for a name that nobody has.
[[nodiscard]] std::vector<std::size_t> enterprises_named(const Register& reg, const std::vector<std::string>& names);

}  // namespace sise

// What may stand on a parcel of a land-use plan: codes of several schemes with the class that follows.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/occupancy.hpp"
#include "core/criteria/target_class.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

enum class LandAnswer {
  of_class,  ///< one class whatever the size
  by_size,   ///< from the use and its size
  none,      ///< no protected target
  unit,      ///< a hazardous unit first
  review,    ///< a person decides what it is
};

[[nodiscard]] std::optional<LandAnswer> land_answer_from(std::string_view name);

struct LandUseCode {
  std::string code;
  std::string name;  ///< as the scheme prints it
  LandAnswer answer = LandAnswer::none;
  std::optional<TargetClass> target_class;  ///< of_class; by_size: the strictest it may be, while the size is not known
  std::string use;                          ///< of the table of uses; empty: no measure settles the class
  bool coarse = false;                      ///< covers codes of milder classes too
  std::string remark;                       ///< id of a LandUseRemark; empty: none
  std::string becomes;                      ///< in the scheme that followed
  Confidence confidence = Confidence::recalled;

  /// What follows from the code is the same.
  [[nodiscard]] bool same_answer(const LandUseCode& other) const;
};

struct LandUseScheme {
  std::string id;
  Text title;
  std::vector<std::string> names;    ///< other words for it
  std::vector<std::string> columns;  ///< names of columns that hold its codes alone
  std::string source;
  std::vector<LandUseCode> codes;

  /// Exactly as written. Null: no such code.
  [[nodiscard]] const LandUseCode* find(std::string_view code) const;
  /// The first of that name (with or without 用地 at the end). Null: no such name.
  [[nodiscard]] const LandUseCode* find_name(std::string_view name) const;
  [[nodiscard]] bool letters() const { return !codes.empty() && codes.front().code.front() >= 'A'; }
};

struct LandUseRemark {
  std::string id;
  Text text;
};

/// A word that plans write instead of a code.
struct LandUseWord {
  std::string word;
  std::string code;  ///< of the scheme whose codes begin with letters
};

/// How large a place may be of which only the parcel is known.
struct LandUseDensity {
  std::string use;
  double floor_low = 0.0;  ///< floor area per area of the parcel; 0: not known
  double floor_high = 0.0;
  double people_low = 0.0;  ///< per m² of floor
  double people_high = 0.0;
  double site_people_low = 0.0;  ///< per m² of parcel
  double site_people_high = 0.0;
  bool exact = false;  ///< nothing is assumed
  std::string source;
  Confidence confidence = Confidence::recalled;
};

struct LandUseTable {
  std::vector<LandUseScheme> schemes;
  std::vector<LandUseWord> words;
  std::vector<LandUseDensity> densities;
  std::vector<LandUseRemark> remarks;

  /// By id, title or another name. Null: no such scheme.
  [[nodiscard]] const LandUseScheme* scheme(std::string_view name) const;
  [[nodiscard]] const LandUseRemark* remark(std::string_view id) const;
  [[nodiscard]] const LandUseDensity* density(std::string_view use) const;
};

/// A code as written, made ready to be looked up: without blanks and dots. The text is expected in half width.
[[nodiscard]] std::string bare_code(std::string_view written);

/// The parts of a mixed code: "R2B1", "R2/B1", "0701+0901". A small letter behind a code is a suffix of it.
[[nodiscard]] std::vector<std::string> code_parts(std::string_view written);

/// Names of land uses are the same with and without 用地 or 设施用地 at the end.
[[nodiscard]] bool same_land_name(std::string_view a, std::string_view b);

/// The sizes that a parcel of a use and an area may have, smallest and largest; nullopt where nothing is held.
struct SizeRange {
  Occupancy low;
  Occupancy high;
  const LandUseDensity* density = nullptr;
};
[[nodiscard]] std::optional<SizeRange> sizes_of(const LandUseTable& table, const std::string& use, double area_m2);

}  // namespace sise

// May this be built here? Verdict, and the chain of checks that it rests on.
#pragma once
#include <limits>
#include <string>
#include <vector>

#include "core/risk/assessment.hpp"

namespace sise {

/// A proposed development (a protected target) or a proposed hazardous unit.
struct Proposal {
  enum class Kind { development, unit };
  Kind kind = Kind::development;
  Target target;  ///< for a development
  Unit unit;      ///< for a unit

  [[nodiscard]] const std::string& id() const { return kind == Kind::unit ? unit.id : target.id; }
  [[nodiscard]] const Geometry& geometry() const { return kind == Kind::unit ? unit.geometry : target.geometry; }
};

enum class Verdict { allow, conditional, veto };

[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] Text label_of(Verdict verdict);

struct Contributor {
  std::string unit_id;
  double share = 0.0;  ///< of the check's value, 0..1
};

struct ReviewCheck {
  std::string rule_id;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::string subject;  ///< the enterprise or unit that is judged; "*" for all together
  std::string quantity;
  std::string unit;
  double value = std::numeric_limits<double>::quiet_NaN();
  double limit = std::numeric_limits<double>::quiet_NaN();
  double margin = std::numeric_limits<double>::quiet_NaN();  ///< limit − value: what is left
  bool passed = true;
  bool informative = false;  ///< shown, but decides nothing ("cumulative" unless it vetoes)
  bool partly = false;       ///< broken on a part of the parcel only
  bool confirmed = false;    ///< the office checked the rule against the official text
  std::string governing_unit;
  std::vector<Contributor> contributors;
  std::vector<std::string> codes;  ///< warnings that the value rests on
  Text text;                       ///< one sentence for the report
};

struct Decision {
  std::string id;
  Verdict verdict = Verdict::allow;
  Verdict if_confirmed = Verdict::allow;  ///< once every recalled rule is found to stand as recalled
  std::vector<ReviewCheck> checks;        ///< what decides first, then the closest, then the rest
  std::vector<Text> reasons;
};

/// Reviews every proposal against the study. Throws ModelError, Interrupted.
[[nodiscard]] std::vector<Decision> review(const Assessment& assessment, const std::vector<Proposal>& proposals);

}  // namespace sise

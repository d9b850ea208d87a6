// One enterprise of the register, as the office wrote it.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/rating/register/risk_point.hpp"

namespace sise {

struct EnterpriseRecord {
  std::string id;    ///< the credit code, else the office's own id, else the name
  std::string uscc;  ///< upper case; empty: none
  bool valid_code = false;
  std::string name;                       ///< normalised
  std::vector<std::string> former_names;  ///< normalised
  std::string division;
  std::string address;
  std::string sector;
  std::optional<double> staff;
  std::optional<Grade> stated;                 ///< of the whole enterprise
  std::map<std::string, std::string> answers;  ///< to the questions of score sheets, by the sheets' names for them
  std::optional<Date> standard_until;          ///< the level of standardisation holds until then
  bool registered = true;                      ///< false: known from its risk points alone
  Whereabouts where;
  Findings findings;
  RowRef row;
  RowState state = RowState::counted;
};

}  // namespace sise

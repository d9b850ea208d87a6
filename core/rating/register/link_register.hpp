// Finds each row's enterprise; firms that the registry lacks are added, so that no row is without its owner.
#pragma once
#include <optional>
#include <vector>

#include "core/rating/register/enterprise_record.hpp"
#include "core/rating/register/hidden_danger.hpp"

namespace sise {

using Owners = std::vector<std::optional<std::size_t>>;  ///< per row, index into the enterprises

/// Registry rows of one firm (one valid code, or no code and one name in one county) become one: the first stays, another
/// name becomes a former one. Tells shared places. Call before anything is linked.
void merge_registry(std::vector<EnterpriseRecord>& enterprises);

/// Matches by EnterpriseMatcher and adds what is not in the registry. Rows that do not count have no owner.
[[nodiscard]] Owners link_points(std::vector<RiskPoint>& points, std::vector<EnterpriseRecord>& enterprises);
[[nodiscard]] Owners link_dangers(std::vector<HiddenDanger>& dangers, std::vector<EnterpriseRecord>& enterprises);

/// Per danger, the points that it names, as their files write the id. Ids of offices are often row numbers: where the danger has
/// an enterprise, only that one's points are meant (or one of nobody's); where it has none, it takes the one of its points.
/// Tells what names none.
using NamedPoints = std::vector<std::vector<std::size_t>>;
[[nodiscard]] NamedPoints link_named_points(std::vector<HiddenDanger>& dangers, const std::vector<RiskPoint>& points,
                                            const Owners& point_owners, Owners& danger_owners);

}  // namespace sise

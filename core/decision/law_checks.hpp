// What law and design codes say of a proposal before any risk is asked for.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/design_codes.hpp"
#include "core/criteria/law.hpp"
#include "core/decision/review.hpp"

namespace sise {

/// One check per broken rule, in the order of the law; a fact that a rule asks for and that is not stated becomes a remark.
void add_law_checks(const LawPack& pack, const Facts& facts, const Criteria& criteria, Proposal& proposal);

/// What a proposal says of a neighbour that a design code governs: the unit, as which item of the code it counts, how large it
/// is, and as what the proposal counts.
struct CodeNeighbour {
  std::string unit_id;
  CodeQuestion question;
};

/// The distance that the code asks for against the one there is, edge to edge. Where no row is held, a person must look.
[[nodiscard]] ReviewCheck design_code_check(const DesignCodes& codes, const CodeNeighbour& neighbour, double distance_m,
                                            const Criteria& criteria);

}  // namespace sise

// What lists, sanitary distances and pipelines say of a proposal before any risk is asked for.
#pragma once
#include <optional>
#include <string>

#include "core/criteria/admission.hpp"
#include "core/criteria/facts.hpp"
#include "core/criteria/pipeline_areas.hpp"
#include "core/criteria/sanitary.hpp"
#include "core/decision/review.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// A hit that forbids is a breach, another one a condition; names that only look alike and facts that are not stated
/// become remarks.
void add_list_checks(const AdmissionLists& lists, const Facts& facts, const SubstanceTable& substances,
                     const Criteria& criteria, Proposal& proposal);

/// The distance of a unit with an emission to the nearest protected target, edge to edge, against the sanitary distance
/// in the mean wind of the rose. Throws ModelError.
void add_sanitary_check(const SanitaryPack& pack, const FugitiveEmission& emission, const Study& study,
                        Proposal& proposal);

/// One condition per pipeline of which the development makes a high-consequence area, or of which too little is known to tell.
void add_pipeline_checks(const PipelinePack& pack, const Study& study, const SubstanceTable& substances,
                         Proposal& proposal);

}  // namespace sise

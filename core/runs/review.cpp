#include "core/runs/review.hpp"

#include "core/risk/assessment.hpp"

namespace sise {

std::vector<Decision> review_run(const Study& study, const SubstanceTable& substances, const Projection& projection,
                                 const std::vector<Proposal>& proposals, const WarningBrackets& brackets,
                                 Progress* progress) {
  return review_run(Assessment(study, substances, projection), proposals, brackets, progress);
}

std::vector<Decision> review_run(const Assessment& assessment, const std::vector<Proposal>& proposals,
                                 const WarningBrackets& brackets, Progress* progress) {
  assessment.risk.build_kernels(progress);
  return review(assessment, proposals, brackets, progress);
}

}  // namespace sise

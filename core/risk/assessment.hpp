// A study with all that was worked out of it once: what every map, distance and decision starts from.
#pragma once
#include <memory>
#include <vector>

#include "core/accidents/resolve.hpp"
#include "core/grid/projection.hpp"
#include "core/risk/open_values.hpp"
#include "core/risk/other_mixing.hpp"
#include "core/risk/risk_model.hpp"
#include "core/study/completeness.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Does not own the study, the substances or the projection: they must outlive it.
struct Assessment {
  /// Throws InputError or ModelError when a scenario cannot be computed. `beside`: the risk of another study of the same run that
  /// outlives this one, much of it the same (RiskModel).
  Assessment(const Study& of, const SubstanceTable& table, const Projection& projection,
             const RiskModel* beside = nullptr)
      : study(of),
        substances(table),
        statuses(unit_statuses(of, table)),
        accidents(resolve_accidents(of, table)),
        warnings(unit_warnings(of, accidents)),
        risk(risk_inputs(of, accidents, projection), {}, beside),
        mixing(risk) {}

  const Study& study;
  const SubstanceTable& substances;
  std::vector<UnitStatus> statuses;  ///< per unit of the study
  std::vector<Accident> accidents;   ///< of the study's scenarios, in their order
  UnitWarnings warnings;             ///< per unit of the study
  RiskModel risk;                    ///< its units are the study's, in the same order
  OtherMixing mixing;                ///< what the mixing of dense clouds may make of it
  const OpenValues* open = nullptr;  ///< what recalled values behind generated scenarios may do; null: nobody asks
};

}  // namespace sise

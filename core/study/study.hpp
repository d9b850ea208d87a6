// All that a run needs, in SI and in the grid's CRS, without a file name.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/criteria/evidence.hpp"
#include "core/criteria/rule_pack.hpp"
#include "core/criteria/screening.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/study/population.hpp"
#include "core/study/scenario.hpp"
#include "core/study/target.hpp"
#include "core/study/unit.hpp"
#include "core/study/unit_content.hpp"
#include "models/atmosphere/sigma_set.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/atmosphere/wind_rose.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/transport_wind.hpp"
#include "models/explosion/blast_curve.hpp"
#include "models/harm/harm_pack.hpp"

namespace sise {

/// [model]: how the physics is computed.
struct ModelChoice {
  std::string dispersion = "auto";  ///< id of a model, or "auto": as the release asks for
  SigmaSet sigma = SigmaSet::briggs_rural;
  TransportWind transport_wind = TransportWind::release_height;  ///< as AQ/T 3046-2013 wants it
  double receptor_height_m = 1.0;
  std::optional<double> averaging_time_s;
  BlastCurve blast_curve = BlastCurve::gb6722;

  bool operator==(const ModelChoice&) const = default;
};

enum class FacilityScale { existing, new_build };

/// [criteria] and [rules]: what the results are judged by.
struct Criteria {
  RulePack rules;
  /// The map's scale; a unit's own status sets its enterprise's limit.
  FacilityScale facilities = FacilityScale::existing;
  /// Around a unit that could not be computed every colour but red becomes "no answer": at least this far, and as far as
  /// the screening reach of what it holds.
  double incomplete_radius_m = 1000.0;
  ScreeningPack screening;
  bool cumulative_veto = false;
  std::set<std::string> confirmed_rules;  ///< rule ids that the office checked against the official text
};

/// The boundary of an enterprise's own ground.
struct EnterpriseBoundary {
  std::string enterprise;
  MultiPolygon polygons;
};

/// Why a unit without rows of its own has no generated scenarios either, or not all of them.
struct NotGenerated {
  std::string unit_id;
  std::string code;
  Text text;
};

/// What the scenarios of a unit rest on where they follow from its record.
struct GeneratedBasis {
  std::string unit_id;
  Chain links;  ///< of frequencies, trees, defaults and stand-ins; none is marked as confirmed
};

struct Study {
  std::string title;
  GridSpec grid;
  std::optional<MultiPolygon> area;  ///< statistics count cells whose centre lies in it; none: the whole grid
  double margin_m = 0.0;             ///< data reach this far beyond the area; farther out there is no data
  Weather ambient;  ///< heights, roughness, temperature, pressure, lid; speed and class come from the rose
  WindRose rose;
  std::vector<Unit> units;
  std::vector<UnitContent> contents;  ///< further substances of units that hold several
  std::vector<Scenario> scenarios;
  std::vector<NotGenerated> not_generated;
  std::vector<GeneratedBasis> generated;
  std::vector<Target> targets;
  std::optional<Population> population;
  std::vector<EnterpriseBoundary> boundaries;
  ModelChoice model;
  HarmPack harm;
  Criteria criteria;
  std::vector<Diagnostic> notes;  ///< what reading found worth telling: guessed encodings, widened bounds, ...
};

}  // namespace sise

// What a reviewed land-use plan is written as: parcels.geojson, parcels.csv, and its part of summary.json.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/decision/plan_table.hpp"
#include "core/decision/relocation.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// One feature a parcel, coloured by its verdict.
[[nodiscard]] std::vector<Feature> parcel_features(const ReviewedPlan& plan, const ClassScheme& verdicts);

/// Throws OutputError.
void write_parcels_csv(const std::filesystem::path& path, const ReviewedPlan& plan);

/// Parcels by land use and verdict, codes that were not understood, sizes that were assumed.
[[nodiscard]] PropertyObject plan_summary(const ReviewedPlan& plan, const Text& scheme_how);

/// Two variants side by side: the counts of both and what changes from parcel to parcel.
[[nodiscard]] PropertyObject comparison_summary(const ReviewedPlan& before, const ReviewedPlan& after);

/// Enterprises by what closing each would free, the largest gain first.
[[nodiscard]] PropertyList relocation_summary(const std::vector<RelocationGain>& gains);

}  // namespace sise

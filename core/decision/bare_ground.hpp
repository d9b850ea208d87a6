// A study with nothing on the ground.
#pragma once
#include "core/study/study.hpp"

namespace sise {

/// The study's grid, air, models and rules; no units, targets or people.
[[nodiscard]] inline Study bare_ground(const Study& study) {
  Study bare;
  bare.title = study.title;
  bare.grid = study.grid;
  bare.ambient = study.ambient;
  bare.rose = study.rose;
  bare.model = study.model;
  bare.harm = study.harm;
  bare.criteria = study.criteria;
  return bare;
}

}  // namespace sise

import ApplyDiagram from '../diagrams/ApplyDiagram.astro';
import ClusterDiagram from '../diagrams/ClusterDiagram.astro';
import CommandMapDiagram from '../diagrams/CommandMapDiagram.astro';
import LoopDiagram from '../diagrams/LoopDiagram.astro';
import OwnersDiagram from '../diagrams/OwnersDiagram.astro';
import PodLifeDiagram from '../diagrams/PodLifeDiagram.astro';
import RolloutDiagram from '../diagrams/RolloutDiagram.astro';
import SelectorDiagram from '../diagrams/SelectorDiagram.astro';
import ServiceDiagram from '../diagrams/ServiceDiagram.astro';
import VolumeDiagram from '../diagrams/VolumeDiagram.astro';
import Example from './Example.astro';
import Manifest from './Manifest.astro';
import Note from './Note.astro';

/** What authors may write in a page without importing it. */
export const mdxComponents = {
  ApplyDiagram,
  ClusterDiagram,
  Example,
  Manifest,
  Note,
  CommandMapDiagram,
  LoopDiagram,
  OwnersDiagram,
  PodLifeDiagram,
  RolloutDiagram,
  SelectorDiagram,
  ServiceDiagram,
  VolumeDiagram,
};

/** The engine, in a script of its own: with the reader of pages it would be evaluated in one long task. */
import { createEngine } from '../engine';
import { world } from './world';

world.ruporEngine ??= createEngine;
